package org.commitcast.notify.candidate;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How like two titles are, from 0 to 1. One that holds the other is like it: people add the show's name, and sites cut
 * what is long.
 */
final class TitleLikeness {
    private TitleLikeness() {}

    static double of(String one, String other) {
        String plainOne = plain(one);
        String plainOther = plain(other);
        if (plainOne.equals(plainOther)) {
            return plainOne.isEmpty() ? 0 : 1;
        }
        Set<String> words = words(plainOne);
        Set<String> others = words(plainOther);
        double pairs = shared(pairs(plainOne), pairs(plainOther), false);
        // A single word is in many titles.
        return Math.min(words.size(), others.size()) < 2 ? pairs : Math.max(pairs, shared(words, others, true));
    }

    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Set<String> words(String plain) {
        return Stream.of(plain.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** Neighbouring characters, for scripts that put no space between words. */
    private static Set<String> pairs(String plain) {
        String dense = plain.replace(" ", "");
        return IntStream.range(0, Math.max(0, dense.length() - 1))
                .mapToObj(i -> dense.substring(i, i + 2))
                .collect(Collectors.toSet());
    }

    private static double shared(Set<String> one, Set<String> other, boolean ofSmaller) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return ofSmaller
                ? both.size() / (double) Math.min(one.size(), other.size())
                : 2.0 * both.size() / (one.size() + other.size());
    }
}
