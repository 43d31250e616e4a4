package org.commitcast.feedrendering.document;

import java.util.Optional;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;

/** Whom directories write to. */
public final class Contact {
    private Contact() {}

    /** The owner's address, or else the site's. */
    public static Optional<String> email(SiteDefinition site) {
        return Optional.ofNullable(site.owner())
                .map(Owner::email)
                .or(() -> Optional.ofNullable(site.email()))
                .filter(email -> email.indexOf('@') > 0);
    }
}
