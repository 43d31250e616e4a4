package org.commitcast.ingest.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.GuardedHttp;

/** Objects of libraries that know nothing of containers. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    AddressGuard addressGuard(AddressConfig config) {
        return new AddressGuard(AddressPolicy.allowing(config.allow().orElse("")));
    }

    @Produces
    @Singleton
    @OpenWeb
    GuardedHttp openWeb(AddressConfig config) {
        var policy = AddressPolicy.allowing(config.allow().orElse("")).andPlainHttp();
        return new GuardedHttp(new AddressGuard(policy), "Commitcast");
    }

    @Produces
    @Singleton
    GuardedHttp http(AddressGuard guard) {
        return new GuardedHttp(guard, "Commitcast");
    }
}
