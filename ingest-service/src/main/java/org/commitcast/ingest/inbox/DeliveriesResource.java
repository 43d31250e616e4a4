package org.commitcast.ingest.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.adminapi.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The inbox over REST, newest first. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DeliveriesResource {
    private static final int PAGE = 100;
    private static final String SELECT =
            "select id, site, source, delivery, event, ref, after_commit, received_at, times,"
                    + " processed_at from delivery where (? = '' or site = ?) and id < ? order by id desc limit "
                    + PAGE;

    private final AgroalDataSource database;
    private final Inbox inbox;

    DeliveriesResource(AgroalDataSource database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    /** A page; {@code next} is the cursor of the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DeliveryView> deliveries, @Nullable Long next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            long id,
            String site,
            String source,
            String delivery,
            String event,
            @Nullable String ref,
            @Nullable String after,
            Instant receivedAt,
            int times,
            @Nullable Instant processedAt) {}

    @GET
    public Page list(@QueryParam("site") @Nullable String site, @QueryParam("cursor") @Nullable Long cursor)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            String name = site == null ? "" : site;
            select.setString(1, name);
            select.setString(2, name);
            select.setLong(3, cursor == null ? Long.MAX_VALUE : cursor);
            List<DeliveryView> views = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    views.add(view(row));
                }
            }
            return new Page(
                    views, views.size() < PAGE ? null : views.get(PAGE - 1).id());
        }
    }

    /** Has the site looked at once more, as if the forge had delivered again. */
    @POST
    @Path("{id}/replay")
    public Response replay(@RestPath long id) throws SQLException {
        if (!inbox.replay(id)) {
            throw Problem.notFound("There is no delivery " + id + ".");
        }
        return Response.accepted().build();
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        Timestamp processed = row.getTimestamp(10);
        return new DeliveryView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getInt(9),
                processed == null ? null : processed.toInstant());
    }
}
