package org.commitcast.contentreading.hugo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * The files that configure a Hugo site.
 *
 * @see <a href="https://gohugo.io/configuration/introduction/">where Hugo looks for them</a>
 */
public final class HugoConfigFiles {

    private static final Pattern ROOT = Pattern.compile("(?:hugo|config)\\.(?:toml|ya?ml|json)");
    private static final Pattern FOLDER =
            Pattern.compile("config/(?:_default|production)/([\\w-]+)(?:\\.([\\w-]+))?\\.(?:toml|ya?ml|json)");

    private static final Pattern THEME = Pattern.compile("themes/([^/]+)/(.+)");

    private HugoConfigFiles() {}

    /** Whether a path may be one. */
    public static boolean contains(String path) {
        var theme = THEME.matcher(path);
        var own = theme.matches() ? theme.group(2) : path;
        return ROOT.matcher(own).matches() || FOLDER.matcher(own).matches();
    }

    /** Whether a path is one of which no other tool knows. */
    public static boolean suggests(String path) {
        return path.matches("hugo\\.(?:toml|ya?ml|json)|config/_default/(?:hugo|config)\\.(?:toml|ya?ml|json)");
    }

    /**
     * All files as one configuration, keys in lower case; what production says counts more than the default, what the
     * site says more than what its themes do.
     */
    static YamlMap merged(Map<String, YamlMap> files) {
        var site = new HashMap<String, YamlMap>();
        var themes = new HashMap<String, Map<String, YamlMap>>();
        files.forEach((path, values) -> {
            var theme = THEME.matcher(path);
            if (theme.matches()) {
                themes.computeIfAbsent(theme.group(1), name -> new HashMap<>()).put(theme.group(2), values);
            } else {
                site.put(path, values);
            }
        });
        var own = ofOne(site);
        return themes.isEmpty() ? own : Themes.under(own, name -> ofOne(themes.getOrDefault(name, Map.of())));
    }

    private static YamlMap ofOne(Map<String, YamlMap> files) {
        var merged = YamlMap.empty(Position.START);
        var ordered = new TreeMap<String, YamlMap>(Comparator.comparing((String path) -> path.startsWith("config/"))
                .thenComparing(Comparator.naturalOrder()));
        ordered.putAll(files);
        for (var file : ordered.entrySet()) {
            merged = underItsName(file.getKey(), file.getValue().inLowerCase()).over(merged);
        }
        return merged;
    }

    /** In the folder a file's name is the key under which all of it stands: {@code params.toml}, {@code menus.en.toml}. */
    private static YamlMap underItsName(String path, YamlMap values) {
        var folder = FOLDER.matcher(path);
        if (!folder.matches()
                || folder.group(1).equals("hugo")
                || folder.group(1).equals("config")) {
            return values;
        }
        var named = under(folder.group(1), values);
        return folder.group(2) == null ? named : under("languages", under(folder.group(2), named));
    }

    private static YamlMap under(String key, YamlMap values) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        entries.put(key, values);
        return new YamlMap(entries, Map.of(key, values.position()), values.position());
    }
}
