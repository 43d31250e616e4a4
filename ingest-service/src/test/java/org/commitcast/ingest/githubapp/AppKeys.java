package org.commitcast.ingest.githubapp;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys as GitHub hands them out. */
public final class AppKeys {
    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private AppKeys() {}

    /** The same at each call for the same owner: to make one takes a second. */
    public static KeyPair of(String owner) {
        return MADE.computeIfAbsent(owner, name -> fresh());
    }

    private static KeyPair fresh() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pkcs8(KeyPair keys) {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** What GitHub gives: the inner part of PKCS #8, which begins behind 26 bytes of 2048 bit keys. */
    public static String pkcs1(KeyPair keys) {
        byte[] pkcs8 = keys.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
