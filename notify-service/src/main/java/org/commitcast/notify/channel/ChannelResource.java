package org.commitcast.notify.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commitcast.adminapi.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Channels over REST. */
@Path("/api/v1/channels")
public class ChannelResource {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    private final Channels channels;
    private final ChannelSaving saving;
    private final Announcers announcers;

    ChannelResource(Channels channels, ChannelSaving saving, Announcers announcers) {
        this.channels = channels;
        this.saving = saving;
        this.announcers = announcers;
    }

    @GET
    @Transactional
    public List<ChannelView> list() {
        return channels.find("order by name").stream().map(ChannelView::of).toList();
    }

    @GET
    @Path("/{channel}")
    @Transactional
    public ChannelView get(String channel) {
        return ChannelView.of(require(channel));
    }

    @PUT
    @Path("/{channel}")
    @Transactional
    public Response put(@Pattern(regexp = NAME) String channel, @NotNull ChannelRequest request) {
        boolean isNew = saving.save(channel, request);
        return Response.status(isNew ? 201 : 200).entity(get(channel)).build();
    }

    @DELETE
    @Path("/{channel}")
    @Transactional
    public void delete(String channel) {
        saving.remove(require(channel));
    }

    /** Finds out whether the channel works; nothing public is posted. */
    @POST
    @Path("/{channel}/test")
    public TestResult test(String channel) {
        ChannelSettings settings = QuarkusTransaction.requiringNew().call(() -> channels.settings(require(channel)));
        Outcome outcome = announcers.require(settings.type()).test(settings);
        return outcome.handle(new Outcome.Cases<>(
                delivered -> new TestResult(true, "works", null),
                later -> new TestResult(false, "busy", later.reason()),
                rejected -> new TestResult(false, "rejected", rejected.reason()),
                unknown -> new TestResult(false, "unknown", unknown.reason())));
    }

    private ChannelRow require(String channel) {
        ChannelRow row = channels.findById(channel);
        if (row == null) {
            throw Problem.notFound("There is no channel " + channel);
        }
        return row;
    }

    /** What a test showed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TestResult(boolean ok, String outcome, @Nullable String reason) {}
}
