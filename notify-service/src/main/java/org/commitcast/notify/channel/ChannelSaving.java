package org.commitcast.notify.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.net.URI;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.catalogue.FirstWrites;
import org.commitcast.notify.catalogue.StoredJson;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Stores definitions; whoever depends on them is told in the same transaction. */
@ApplicationScoped
class ChannelSaving {
    private final Channels channels;
    private final ChannelCheck check;
    private final FirstWrites firstWrites;
    private final DatabaseTime time;
    private final Event<ChannelChanged> changed;
    private final Event<ChannelRemoved> removed;

    ChannelSaving(
            Channels channels,
            ChannelCheck check,
            FirstWrites firstWrites,
            DatabaseTime time,
            Event<ChannelChanged> changed,
            Event<ChannelRemoved> removed) {
        this.channels = channels;
        this.check = check;
        this.firstWrites = firstWrites;
        this.time = time;
        this.changed = changed;
        this.removed = removed;
    }

    /** Says whether it is new. */
    boolean save(String name, ChannelRequest request) {
        firstWrites.lock("channel", name);
        ChannelRow known = channels.findById(name);
        String secret = secret(known, request);
        check.require(name, request, secret);
        if (known != null && !known.type.equals(request.type())) {
            throw Problem.conflict(
                    "Another type", "Channel " + name + " is of type " + known.type + "; use another name");
        }
        boolean forMaintainers = Boolean.TRUE.equals(request.maintainers());
        if (known != null && known.maintainers != forMaintainers) {
            // What was said here to a few would be there for all, and the other way round what waits for all.
            throw Problem.conflict(
                    "Other readers",
                    "Channel " + name + (known.maintainers ? " is for maintainers" : " is for everybody")
                            + "; use another name");
        }
        ChannelRow row = known == null ? new ChannelRow(name, String.valueOf(request.type()), time.now()) : known;
        row.url = request.url() == null ? null : request.url().strip();
        row.visibility = request.visibility();
        row.templates = StoredJson.write(request.templates() == null ? Templates.NONE : request.templates());
        row.maintainers = forMaintainers;
        row.paused = Boolean.TRUE.equals(request.paused());
        row.disabledReason = null;
        row.serve(ChannelCheck.sites(request.sites()), time.now());
        channels.setSecret(row, secret);
        channels.persist(row);
        channels.flush();
        changed.fire(new ChannelChanged(row));
        return known == null;
    }

    void remove(ChannelRow row) {
        channels.delete(row);
        channels.flush();
        removed.fire(new ChannelRemoved(row.name));
    }

    private @Nullable String secret(@Nullable ChannelRow known, ChannelRequest request) {
        String given = request.anySecret();
        if (given != null || known == null || known.secret == null) {
            return given;
        }
        if (!sameServer(known.url, request.url())) {
            // Or whoever may change the address could have the secret sent to themselves.
            throw Problem.badRequest("Secret needed", "The address has changed: enter the secret again");
        }
        return channels.settings(known).secret();
    }

    private static boolean sameServer(@Nullable String before, @Nullable String after) {
        return before != null && after != null && server(before).equals(server(after));
    }

    private static String server(String url) {
        try {
            URI address = URI.create(url.strip());
            return address.getScheme() + "://" + address.getAuthority();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
