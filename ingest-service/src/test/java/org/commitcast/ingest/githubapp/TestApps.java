package org.commitcast.ingest.githubapp;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.GuardedHttp;

/** Apps whose GitHub is on this machine. */
public final class TestApps {
    private TestApps() {}

    public static GitHubApps at(URI api) {
        var http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing("loopback")), "Commitcast");
        return new GitHubApps(config(api, Optional.empty()), http, Clock.systemUTC());
    }

    /** With the stand-in's App if there is a key. */
    static GitHubConfig config(URI api, Optional<String> key) {
        return new GitHubConfig() {
            @Override
            public Optional<URI> api() {
                return Optional.of(api);
            }

            @Override
            public Optional<String> app() {
                return key.map(any -> "4711");
            }

            @Override
            public Optional<String> key() {
                return key;
            }
        };
    }
}
