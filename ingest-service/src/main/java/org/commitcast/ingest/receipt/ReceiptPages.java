package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.commitcast.ingest.site.SiteConfig;
import org.jspecify.annotations.Nullable;

/** Under which addresses receipts are shown to whoever knows them. They can be guessed by nobody, and taken back. */
@ApplicationScoped
public class ReceiptPages {
    private static final int BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgroalDataSource database;
    private final SiteConfig config;

    ReceiptPages(AgroalDataSource database, SiteConfig config) {
        this.database = database;
        this.config = config;
    }

    static String freshToken() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The address of a receipt's page; nothing where it has none, or has none any more. */
    public Optional<URI> of(String site, String incarnation, String commit) throws SQLException {
        String sql = "select page from receipt where site = ? and incarnation = ? and commit_sha = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setString(3, commit);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)).map(this::url) : Optional.empty();
            }
        }
    }

    URI url(String token) {
        return URI.create(config.publicUrl().toString().replaceAll("/+$", "") + "/receipts/" + token);
    }

    /** Gives a receipt a new address, or none; the one before leads nowhere from now on. Says whether there is one. */
    @Transactional
    boolean replace(String site, String incarnation, String commit, @Nullable String token) throws SQLException {
        String sql = "update receipt set page = ? where site = ? and incarnation = ? and commit_sha = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, token);
            update.setString(2, site);
            update.setString(3, incarnation);
            update.setString(4, commit);
            return update.executeUpdate() > 0;
        }
    }

    /** Which receipt an address is of, as long as its site is there. */
    Optional<Key> find(String token) throws SQLException {
        String sql = "select r.site, r.incarnation, r.commit_sha from receipt r join site s on s.name = r.site"
                + " and s.incarnation = r.incarnation and not s.removed where r.page = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, token);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Key(row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    record Key(String site, String incarnation, String commit) {}
}
