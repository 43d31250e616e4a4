package org.commitcast.ingest.site;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.contentreading.definition.Fields;
import org.commitcast.contentreading.site.PublishedFiles;
import org.commitcast.ingest.checkout.RepositoryAddress;
import org.commitcast.ingest.checkout.SshKeys;
import org.commitcast.ingest.site.SiteStatement.PublishRepositoryStatement;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;
import org.jspecify.annotations.Nullable;

/** What an owner says of where a site's feeds are committed to. */
final class PublishStatements {
    private static final Pattern FOLDER = Pattern.compile("[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");
    private static final Pattern BRANCH = Pattern.compile("[^\\s~^:?*\\[\\\\\\p{Cntrl}]+");

    private PublishStatements() {}

    /** Reads it, but for its secrets, which are read before; null where the feeds are committed nowhere. */
    static @Nullable PublishStatement read(
            Fields publish, Fields repository, Map<String, String> secrets, Addresses addresses) {
        if (publish.isEmpty()) {
            return null;
        }
        Fields author = publish.object("author");
        var statement = new PublishStatement(
                repository.isEmpty() ? null : repository(repository, secrets, addresses),
                branch(publish),
                folder(publish),
                base(publish),
                author.text("name"),
                author.text("email"),
                publish.text("message"));
        author.end();
        publish.end();
        return statement;
    }

    /** Reads the address of a repository; throws with a message for people. */
    interface Addresses {
        RepositoryAddress parse(String text);
    }

    private static PublishRepositoryStatement repository(
            Fields repository, Map<String, String> secrets, Addresses addresses) {
        String url = repository.text("url");
        if (url == null) {
            repository.wrong("url", "is missing");
        } else {
            try {
                addresses.parse(url);
            } catch (IllegalArgumentException e) {
                repository.wrong("url", "does not serve: " + e.getMessage());
            }
        }
        try {
            String key = secrets.getOrDefault(SaidSecrets.PUBLISH_SSH_KEY, "");
            if (!key.isEmpty()) {
                SshKeys.parse(key);
            }
        } catch (IllegalArgumentException e) {
            repository.wrong("sshKey", String.valueOf(e.getMessage()));
        }
        var statement = new PublishRepositoryStatement(String.valueOf(url), repository.text("username"));
        repository.end();
        return statement;
    }

    private static @Nullable String branch(Fields publish) {
        String branch = publish.text("branch");
        if (branch != null && !isPlainName(branch)) {
            publish.wrong("branch", "must be a branch's plain name");
        }
        return branch;
    }

    /** As Git's own rules for names have it, and nothing that could be taken for an option. */
    static boolean isPlainName(String branch) {
        return BRANCH.matcher(branch).matches()
                && !branch.startsWith("-")
                && !branch.startsWith("refs/")
                && !branch.startsWith("/")
                && !branch.endsWith("/")
                && !branch.endsWith(".")
                && !branch.endsWith(".lock")
                && !branch.contains("..")
                && !branch.contains("//")
                && !branch.contains("/.")
                && !branch.startsWith(".")
                && !branch.contains("@{");
    }

    private static String folder(Fields publish) {
        String said = publish.text("path");
        String folder = said == null || said.equals(".")
                ? ""
                : said.replaceFirst("^\\./", "").replaceFirst("/$", "");
        boolean odd = Stream.of(folder.split("/", -1))
                .anyMatch(part -> part.equals("..") || part.equals(".") || part.equalsIgnoreCase(".git"));
        if (!folder.isEmpty() && (odd || !FOLDER.matcher(folder).matches())) {
            publish.wrong("path", "must be a folder of the repository, such as static/feeds");
        }
        return folder;
    }

    private static @Nullable URI base(Fields publish) {
        URI url = publish.webAddress("url");
        if (url == null) {
            return null;
        }
        String scheme = String.valueOf(url.getScheme());
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || url.getRawQuery() != null || url.getRawFragment() != null) {
            publish.wrong("url", "must be the address under which the folder is served, such as https://show.example/");
            return null;
        }
        return url.toString().endsWith("/") ? url : URI.create(url + "/");
    }

    /** The files of the content's own repository that are Commitcast's own. */
    static Optional<PublishedFiles> inContent(SiteStatement statement) {
        PublishStatement publish = statement.publish();
        if (publish == null || publish.repository() != null) {
            return Optional.empty();
        }
        List<FeedDefinition> feeds = FeedStatements.all(statement.feeds());
        Set<String> others = new TreeSet<>();
        feeds.forEach(feed -> publish.fileAt(feed.publicUrl()).ifPresent(others::add));
        return Optional.of(PublishedFiles.in(
                publish.folder(), feeds.stream().map(FeedDefinition::name).toList(), others));
    }
}
