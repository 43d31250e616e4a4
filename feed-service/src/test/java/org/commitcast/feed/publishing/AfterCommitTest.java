package org.commitcast.feed.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.feed.Backends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AfterCommitTest {
    private final List<String> done = new ArrayList<>();

    @Inject
    AfterCommit afterCommit;

    @Test
    void runsAllInTheirOrderThoughOneFails() {
        QuarkusTransaction.requiringNew().run(() -> {
            afterCommit.run(() -> done.add("archive"));
            afterCommit.run(() -> {
                throw new IllegalStateException("no room on disk");
            });
            afterCommit.run(() -> done.add("feed"));
            assertThat(done).isEmpty();
        });

        assertThat(done).containsExactly("archive", "feed");
    }

    @Test
    void runsNothingOfATransactionThatIsNotKept() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    afterCommit.run(() -> done.add("feed"));
                    throw new IllegalStateException("not kept");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(done).isEmpty();
    }
}
