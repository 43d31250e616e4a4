package org.commitcast.notify.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    private final Announcers announcers;
    private final FirstWrites firstWrites;
    private final DatabaseTime time;
    private final Event<ChannelChanged> changed;
    private final Event<ChannelRemoved> removed;

    ChannelSaving(
            Channels channels,
            ChannelCheck check,
            Announcers announcers,
            FirstWrites firstWrites,
            DatabaseTime time,
            Event<ChannelChanged> changed,
            Event<ChannelRemoved> removed) {
        this.channels = channels;
        this.check = check;
        this.announcers = announcers;
        this.firstWrites = firstWrites;
        this.time = time;
        this.changed = changed;
        this.removed = removed;
    }

    /** Says whether it is new. */
    boolean save(String name, ChannelRequest request) {
        firstWrites.lock("channel", name);
        ChannelRow known = channels.findById(name);
        Access access = access(known, request);
        check.require(name, request, access);
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
        row.url = access.url();
        row.visibility = request.visibility();
        row.settings = StoredJson.write(request.anySettings());
        row.templates = StoredJson.write(request.templates() == null ? Templates.NONE : request.templates());
        row.maintainers = forMaintainers;
        row.paused = Boolean.TRUE.equals(request.paused());
        row.disabledReason = null;
        row.serve(ChannelCheck.sites(request.sites()), time.now());
        channels.setSecret(row, access.secret());
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

    private Access access(@Nullable ChannelRow known, ChannelRequest request) {
        String url = request.url() == null ? null : request.url().strip();
        boolean secretAddress = announcers
                .of(String.valueOf(request.type()))
                .map(Announcer::addressIsSecret)
                .orElse(false);
        if (!secretAddress) {
            return new Access(url, secret(known, request));
        }
        // As it was shown, or not given at all: the address that is kept.
        if (known != null && known.secret != null && (url == null || url.equals(known.url))) {
            return new Access(known.url, channels.opened(known));
        }
        return url == null ? new Access(null, null) : Access.byAddress(url);
    }

    private @Nullable String secret(@Nullable ChannelRow known, ChannelRequest request) {
        String given = request.anySecret();
        if (given != null || known == null || known.secret == null) {
            return given;
        }
        if (!Access.sameServer(known.url, request.url())) {
            // Or whoever may change the address could have the secret sent to themselves.
            throw Problem.badRequest("Secret needed", "The address has changed: enter the secret again");
        }
        return channels.opened(known);
    }
}
