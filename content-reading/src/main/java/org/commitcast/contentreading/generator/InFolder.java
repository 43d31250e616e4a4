package org.commitcast.contentreading.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * A generator whose site is a folder of the repository. What lies outside is none of its content, but the site's own path
 * patterns may name it nevertheless.
 *
 * @param folder of its documents, with a closing slash
 * @param configured the folder of its configuration, with a closing slash, or empty
 */
public record InFolder(Generator site, String folder, String configured) implements Generator {

    private boolean has(String path) {
        return path.startsWith(folder);
    }

    private String inside(String path) {
        return has(path) ? path.substring(folder.length()) : path;
    }

    @Override
    public String name() {
        return site.name();
    }

    @Override
    public Optional<String> configuration() {
        return site.configuration().map(file -> configured + file);
    }

    @Override
    public Map<String, String> siteFacts() {
        return site.siteFacts();
    }

    @Override
    public YamlMap variables() {
        return site.variables();
    }

    @Override
    public FrontMatterForms frontMatter() {
        return site.frontMatter();
    }

    @Override
    public Templating templating() {
        return site.templating();
    }

    @Override
    public InputKind classify(String path) {
        return has(path) ? site.classify(inside(path)) : InputKind.IGNORED;
    }

    @Override
    public boolean leavesOut(String path) {
        return has(path) && site.leavesOut(inside(path));
    }

    @Override
    public boolean shares(String path) {
        return has(path) && site.shares(inside(path));
    }

    @Override
    public Object shared(YamlMap frontMatter) {
        return site.shared(frontMatter);
    }

    @Override
    public boolean groups(String path) {
        return has(path) && site.groups(inside(path));
    }

    @Override
    public String located(String file) {
        return has(file) ? file : folder + site.located(file);
    }

    @Override
    public Place place(String path) {
        return site.place(inside(path));
    }

    @Override
    public YamlMap values(String path, YamlMap frontMatter) {
        return site.values(inside(path), frontMatter);
    }

    @Override
    public boolean published(String path, YamlMap values) {
        return site.published(inside(path), values);
    }

    @Override
    public boolean unfinished(String path) {
        return site.unfinished(inside(path));
    }

    @Override
    public DateRules dates(String path) {
        return site.dates(inside(path));
    }

    @Override
    public List<YamlMap> around(String path) {
        return site.around(inside(path));
    }

    @Override
    public Optional<String> dateInName(String path) {
        return site.dateInName(inside(path));
    }

    @Override
    public Page page(PageSource source) {
        return site.page(
                new PageSource(inside(source.path()), source.values(), source.title(), source.date(), source.zone()));
    }

    @Override
    public Optional<String> titleIn(String body) {
        return site.titleIn(body);
    }

    @Override
    public String excerpt(String body, YamlMap values) {
        return site.excerpt(body, values);
    }

    @Override
    public Optional<String> referred(String path, String reference) {
        return site.referred(inside(path), reference).map(document -> folder + document);
    }
}
