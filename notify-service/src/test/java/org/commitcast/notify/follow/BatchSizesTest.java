package org.commitcast.notify.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizesTest {
    private static final Server SERVER = new Server("reddit", "www.reddit.com");
    private static final int MOST = 100;

    private final BatchSizes sizes = new BatchSizes();

    @Test
    void comeDownToTheOneThatIsRefused() {
        for (int refused = 0; refused < 6; refused++) {
            sizes.refused(SERVER, sizes.of(SERVER, MOST));
        }

        assertThat(sizes.of(SERVER, MOST)).isEqualTo(1);
        assertThat(sizes.of(new Server("reddit", "redd.it"), MOST)).isEqualTo(MOST);
    }

    @Test
    void growAgainWithEachAnswer() {
        sizes.refused(SERVER, 3);

        int answers = 0;
        for (int size = sizes.of(SERVER, MOST); size < MOST; size = sizes.of(SERVER, MOST)) {
            sizes.settled(SERVER, size, MOST);
            answers++;
        }

        assertThat(answers).isEqualTo(7);
    }

    /** A batch that is not full says nothing of a larger one. */
    @Test
    void staySmallWhereFewAreAsked() {
        sizes.refused(SERVER, 20);

        sizes.settled(SERVER, 2, MOST);

        assertThat(sizes.of(SERVER, MOST)).isEqualTo(10);
    }
}
