package org.commitcast.eventtransport;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, read-only, busy or wrongly set up from data that it will never take. */
public final class Outage {
    /** Data exception, integrity violation, program limit: SQLSTATE classes that speak of the data itself. */
    private static final Set<String> FAULTS_OF_THE_DATA = Set.of("22", "23", "54");

    private Outage() {}

    /** Whether trying again later can help. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return !speaksOfTheData(refusal.getSQLState());
            }
        }
        return false;
    }

    /** Without a state there was no answer: the connection pool is empty. */
    private static boolean speaksOfTheData(@Nullable String state) {
        return state != null && state.length() >= 2 && FAULTS_OF_THE_DATA.contains(state.substring(0, 2));
    }
}
