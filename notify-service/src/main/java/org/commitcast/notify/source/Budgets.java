package org.commitcast.notify.source;

import java.time.Duration;

/** Who may call when, for all instances together. */
interface Budgets {

    /** Takes a call from a budget, if there is room and nobody asked for silence. */
    Admission take(Budget budget);

    /** The call was answered as it should be. */
    void answered(Budget budget, Admission.Granted admission);

    /** The call failed: nobody asks again for so long. */
    void failed(Budget budget, Admission.Granted admission, Duration pause, String reason);

    /** The call was answered, but the next one would not be: nobody asks for so long. */
    void rest(Budget budget, Duration pause);
}
