package org.commitcast.notify.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.commitcast.guardedhttp.GuardedRequest;
import org.jspecify.annotations.Nullable;

/** A token that is fetched when it is needed, kept while it is valid, and renewed once where it is refused. */
public final class HeldToken {
    private final SourceHttp http;
    private final Supplier<Reply> fetch;
    private final String field;
    private final Function<JsonNode, Duration> lifetime;
    private @Nullable Held held;

    private record Held(String token, long until) {
        boolean isValid() {
            return System.nanoTime() - until < 0;
        }
    }

    /**
     * @param fetch asks for a new one
     * @param field where the answer has it
     * @param lifetime how long it is good, by that answer
     */
    public HeldToken(SourceHttp http, Supplier<Reply> fetch, String field, Function<JsonNode, Duration> lifetime) {
        this.http = http;
        this.fetch = fetch;
        this.field = field;
        this.lifetime = lifetime;
    }

    /** Makes a call with the token. */
    public Reply send(Budget budget, GuardedRequest request) {
        return token(null)
                .handle(
                        token -> {
                            Reply reply = http.sendWithToken(budget, request, token);
                            boolean refused = reply.handle(any -> false, gone -> false, Reply.Later::isTokenRefused);
                            return refused ? sendAgain(budget, request, token) : reply;
                        },
                        later -> later);
    }

    private Reply sendAgain(Budget budget, GuardedRequest request, String refused) {
        return token(refused)
                .handle(token -> http.send(budget, request.with("Authorization", "Bearer " + token)), later -> later);
    }

    /** A token that is not the refused one; under a lock, so that one call fetches it for all. */
    private synchronized Token token(@Nullable String refused) {
        if (held != null && held.isValid() && !held.token().equals(refused)) {
            return new Token(held.token(), null);
        }
        held = null;
        return fetch.get()
                .handle(
                        this::take,
                        gone -> new Token("", new Reply.Later("there is nothing that gives tokens", null, null)),
                        later -> new Token("", later));
    }

    private Token take(JsonNode answer) {
        Optional<String> token = Optional.ofNullable(answer.path(field).textValue())
                .filter(text -> text.matches("[\\x21-\\x7e]{1,10000}"));
        token.ifPresent(text ->
                held = new Held(text, System.nanoTime() + lifetime.apply(answer).toNanos()));
        return token.map(text -> new Token(text, null))
                .orElseGet(() -> new Token("", new Reply.Later("the answer has no token", null, null)));
    }

    /** A token, or why there is none. */
    private record Token(String text, Reply.@Nullable Later later) {
        Reply handle(Function<String, Reply> with, Function<Reply.Later, Reply> without) {
            return later == null ? with.apply(text) : without.apply(later);
        }

        @Override
        public String toString() {
            return "a token";
        }
    }

    @Override
    public String toString() {
        return "a token";
    }
}
