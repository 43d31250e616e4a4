package org.commitcast.notify.channel;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.commitcast.notify.catalogue.StoredJson;
import org.jspecify.annotations.Nullable;

/** A channel's definition. */
@Entity
@Table(name = "channel")
public class ChannelRow {
    static final String ALL_SITES = "*";
    private static final String NOTHING = "{}";
    private static final Set<String> OPEN = Set.of("public", "unlisted");

    @Id
    String name;

    String type;

    @Nullable String url;

    byte @Nullable [] secret;

    @Nullable String visibility;

    String templates;
    String settings;
    boolean paused;
    boolean maintainers;

    @Nullable String disabledReason;

    Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "channel_activation", joinColumns = @JoinColumn(name = "channel"))
    @MapKeyColumn(name = "site")
    @Column(name = "activated_at")
    Map<String, Instant> activations = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    ChannelRow() {}

    ChannelRow(String name, String type, Instant now) {
        this.name = name;
        this.type = type;
        this.templates = StoredJson.write(Templates.NONE);
        this.settings = NOTHING;
        this.createdAt = now;
    }

    /** Serves these sites from now on; those that it serves already keep their time. */
    void serve(Set<String> sites, Instant now) {
        Instant served = activations.getOrDefault(ALL_SITES, now);
        if (!sites.contains(ALL_SITES)) {
            activations.keySet().retainAll(sites);
        }
        sites.forEach(site -> activations.putIfAbsent(site, served));
    }

    /** From when on it announces a site's items; absent where it does not. */
    public @Nullable Instant activatedFor(String site) {
        Instant own = activations.get(site);
        return own == null ? activations.get(ALL_SITES) : own;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    /** Whether it is private to maintainers: nothing is announced there, they are told what only they can do. */
    public boolean forMaintainers() {
        return maintainers;
    }

    public Templates templates() {
        return StoredJson.read(templates, Templates.class);
    }

    /** Whether everybody can read what is posted there, and not only who follows or is named. */
    public boolean isPublic() {
        return visibility == null || OPEN.contains(visibility);
    }

    /** Why it sends nothing at the moment, for people; absent where it does. */
    public @Nullable String silence() {
        if (disabledReason != null) {
            return "the channel, which is disabled: " + disabledReason;
        }
        return paused ? "the channel, which is paused" : null;
    }

    Map<String, String> settings() {
        return StoredJson.readTexts(settings);
    }

    ChannelSettings settings(@Nullable String openedSecret, boolean secretIsAddress) {
        return secretIsAddress && openedSecret != null
                ? new ChannelSettings(name, type, URI.create(openedSecret), null, visibility, settings())
                : new ChannelSettings(
                        name, type, url == null ? null : URI.create(url), openedSecret, visibility, settings());
    }
}
