package org.commitcast.contentreading;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteSettings;

/** A repository in memory: {@code site().with(path, text).document(path)}. */
public final class SampleSite {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private SiteSettings definition = SiteSettings.none();
    private ReadingLimits limits = ReadingLimits.USUAL;

    public static SampleSite site() {
        return new SampleSite();
    }

    public static SampleSite jekyll(String config) {
        return site().with("_config.yml", config);
    }

    public SampleSite with(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public <T> SampleSite with(Setting<T> setting, T value) {
        definition = definition.with(setting, value);
        return this;
    }

    public SampleSite limited(ReadingLimits more) {
        limits = more;
        return this;
    }

    public ContentReader reader() {
        return ContentReader.of(tree(), definition, limits);
    }

    public RepositoryCheck.Result check() {
        return RepositoryCheck.of(tree(), definition);
    }

    public Reading read(String path) {
        return reader().read(path, files.getOrDefault(path, new byte[0]));
    }

    public Document document(String path) {
        var reading = read(path);
        return reading.document().orElseThrow(() -> new AssertionError("no document: " + reading.findings()));
    }

    private RepositoryFiles tree() {
        return new RepositoryFiles() {
            @Override
            public Stream<String> paths() {
                return files.keySet().stream();
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path));
            }
        };
    }
}
