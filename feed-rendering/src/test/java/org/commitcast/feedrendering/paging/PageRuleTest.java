package org.commitcast.feedrendering.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.junit.jupiter.api.Test;

class PageRuleTest {
    private static final long BYTES = 100;

    @Property(tries = 300)
    void everyItemStandsInSomeDocument(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 100) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int pageSize,
            @ForAll @IntRange(min = 0, max = 30) int limit) {
        List<ListedItem> items = items(sizes);
        Cut cut = cut(rule(pageSize, limit), items);

        assertThat(Stream.concat(cut.archives.stream(), Stream.of(cut.subscribed))
                        .flatMap(List::stream)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(items);
        assertThat(cut.archives.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void noDocumentIsLargerThanItMayBe(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 100) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int pageSize,
            @ForAll @IntRange(min = 0, max = 30) int limit) {
        Cut cut = cut(rule(pageSize, limit), items(sizes));

        assertThat(Stream.concat(cut.archives.stream(), Stream.of(cut.subscribed)))
                .allSatisfy(document -> assertThat(document.stream().mapToLong(ListedItem::bytes))
                        .satisfies(bytes -> assertThat(bytes.stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                                .isLessThanOrEqualTo(BYTES)));
        assertThat(cut.archives).allSatisfy(archive -> assertThat(archive).hasSizeLessThanOrEqualTo(pageSize));
    }

    @Property(tries = 300)
    void archivesStayAsTheyAreWhenANewerItemComes(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 100) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int pageSize) {
        PageRule rule = rule(pageSize, 0);
        List<ListedItem> items = items(sizes);

        List<List<ListedItem>> before = cut(rule, items.subList(0, items.size() - 1)).archives;
        List<List<ListedItem>> after = cut(rule, items).archives;

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.size() - before.size()).isBetween(0, 2);
    }

    @Property(tries = 300)
    void anItemThatIsTakenAwayChangesItsOwnArchiveAlone(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 12) int pageSize,
            @ForAll @IntRange(min = 0, max = 59) int place) {
        List<ListedItem> items = items(Collections.nCopies(count, 1));
        ListedItem gone = items.get(place % count);
        List<ListedItem> others = new ArrayList<>(items);
        others.replaceAll(item -> item.equals(gone)
                ? new ListedItem(gone.contentId(), false, gone.date(), Instant.EPOCH, 0, "", "")
                : item);

        List<List<ListedItem>> before = cut(rule(pageSize, 0), items).archives;
        List<List<ListedItem>> after = cut(rule(pageSize, 0), others).archives;

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            List<ListedItem> rest = new ArrayList<>(before.get(i));
            rest.remove(gone);
            assertThat(ListedItem.standing(after.get(i))).isEqualTo(rest);
        }
    }

    @Property(tries = 300)
    void aFullArchiveStaysWhateverBecomesOfNewerItemsAndAnyOtherOfAllButTheNextOne(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 100) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int pageSize,
            @ForAll @IntRange(min = 0, max = 59) int place,
            @ForAll @IntRange(min = 1, max = 100) int otherSize) {
        PageRule rule = rule(pageSize, 0);
        int changed = place % sizes.size();
        List<Integer> otherSizes = new ArrayList<>(sizes);
        otherSizes.set(changed, otherSize);

        List<List<ListedItem>> before = cut(rule, items(sizes)).archives;
        List<List<ListedItem>> after = cut(rule, items(otherSizes)).archives;

        int stand = (int) before.stream()
                .filter(archive -> archive.get(archive.size() - 1).date() < changed)
                .count();
        if (stand > 0 && !rule.isFull(before.get(stand - 1).size())) {
            stand--;
        }
        assertThat(after.subList(0, stand)).isEqualTo(before.subList(0, stand));
    }

    @Test
    void anArchiveHoldsExactlyItsNumberOfItemsWhereTheyFit() {
        Cut cut = cut(rule(3, 0), items(Collections.nCopies(7, 1)));

        assertThat(cut.archives).extracting(List::size).containsExactly(3, 3);
        assertThat(cut.subscribed).extracting(ListedItem::contentId).containsExactly("item6", "item5", "item4");
    }

    @Test
    void readersGetAsManyOfTheNewestAsTheLimitSays() {
        assertThat(cut(rule(3, 5), items(Collections.nCopies(7, 1))).subscribed).hasSize(5);
        assertThat(cut(rule(3, 1), items(Collections.nCopies(7, 1))).subscribed).hasSize(1);
        assertThat(cut(rule(3, 1), items(Collections.nCopies(8, 1))).subscribed)
                .as("two are in no archive yet")
                .hasSize(2);
    }

    @Test
    void aFeedWithoutArchivesIsNotCut() {
        FeedDefinition all = new FeedDefinition("podcast", List.of(Kind.EPISODE), null, null, null);
        Cut cut = cut(PageRule.of(all, 1 << 20), items(Collections.nCopies(500, 100_000)));

        assertThat(cut.archives).isEmpty();
        assertThat(cut.subscribed).hasSize(500);
    }

    private static PageRule rule(int pageSize, int limit) {
        return new PageRule(pageSize, limit == 0 ? pageSize : limit, BYTES);
    }

    private record Cut(List<List<ListedItem>> archives, List<ListedItem> subscribed) {}

    private static Cut cut(PageRule rule, List<ListedItem> items) {
        List<List<ListedItem>> archives = new ArrayList<>();
        PageCutter cutter = rule.cutter(archives::add);
        items.forEach(cutter::add);
        int unarchived = cutter.rest().size();
        Integer most = rule.most(unarchived);
        List<ListedItem> newestFirst = new ArrayList<>(items);
        Collections.reverse(newestFirst);
        int count = most == null ? items.size() : Math.min(most, items.size());
        return new Cut(archives, rule.subscribed(newestFirst.subList(0, count), unarchived));
    }

    private static List<ListedItem> items(List<Integer> sizes) {
        List<ListedItem> items = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            items.add(new ListedItem("item" + i, true, i, Instant.EPOCH, sizes.get(i), "d" + i, "d" + i));
        }
        return items;
    }
}
