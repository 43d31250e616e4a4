package org.commitcast.notify.address;

import java.util.Optional;

/** How one platform writes its threads' addresses. */
interface ThreadForm {

    /** Empty where the address is none of this platform. */
    Optional<ThreadAddress> read(String address);
}
