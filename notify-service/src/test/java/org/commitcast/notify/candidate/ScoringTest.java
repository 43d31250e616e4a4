package org.commitcast.notify.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.address.AddressMatch;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final Instant OUT = SampleItem.OUT;
    private static final AddressMatch PAGE = match(AddressMatch.Kind.PAGE, false);

    @Test
    void addsUpWhatSpeaksForAThread() {
        Score score = score(SampleItem.post(), thread("Sharpening chisels", OUT.plusSeconds(3600), 12), PAGE);

        assertThat(score.value()).isEqualTo(95);
        assertThat(score.reasons())
                .containsExactly(
                        "about the page (+60)",
                        "the item's title (+20)",
                        "begun when the item was new (+10)",
                        "lively (+5)");
        assertThat(score.certain()).isTrue();
    }

    @Test
    void threadUnderAnotherTitleWithoutAnswersIsStillAboutThePage() {
        Score score = score(SampleItem.post(), thread("Look at this", OUT.plusSeconds(60), 0), PAGE);

        assertThat(score.value()).isEqualTo(70);
        assertThat(score.reasons()).contains("another title (+0)");
    }

    @Test
    void anEarlierAddressSaysLessAndTheAudioLeast() {
        FoundThread thread = thread("Sharpening chisels", OUT, 0);

        int page = score(SampleItem.post(), thread, PAGE).value();
        int earlier = score(SampleItem.post(), thread, match(AddressMatch.Kind.EARLIER_PAGE, false))
                .value();
        int audio = score(SampleItem.post(), thread, match(AddressMatch.Kind.AUDIO, false))
                .value();
        int through = score(SampleItem.post(), thread, match(AddressMatch.Kind.AUDIO, true))
                .value();

        assertThat(page).isGreaterThan(earlier);
        assertThat(earlier).isGreaterThan(audio);
        assertThat(audio).isGreaterThan(through);
    }

    @Test
    void threadThatIsOlderThanTheItemIsNeverCertain() {
        Score score = score(SampleItem.post(), thread("Sharpening chisels", OUT.minus(Duration.ofDays(3)), 900), PAGE);

        assertThat(score.certain()).isFalse();
        assertThat(score.reasons()).contains("begun before the item was out (-40)");
    }

    @Test
    void clocksAndDatesWithoutAZoneMayBeADayOff() {
        assertThat(score(SampleItem.post(), thread("x", OUT.minus(Duration.ofHours(20)), 0), PAGE)
                        .certain())
                .isTrue();
    }

    @Test
    void historyThatWasImportedYesterdayIsAsOldAsItsDate() {
        Instant imported = OUT.plus(Duration.ofDays(2000));
        ContentSnapshot old = SampleItem.post(OUT, imported);

        assertThat(score(old, thread("x", OUT.plus(Duration.ofDays(1)), 0), PAGE)
                        .certain())
                .isTrue();
    }

    @Test
    void threadOfUnknownTimeIsNeitherNewNorOld() {
        assertThat(score(SampleItem.post(), thread("Sharpening chisels", null, 0), PAGE))
                .satisfies(score -> assertThat(score.value()).isEqualTo(80))
                .satisfies(score -> assertThat(score.certain()).isTrue());
    }

    @Test
    void addressThatIsAnotherItemsByNowIsNeverCertain() {
        Score score = Scoring.of(
                SampleItem.post(),
                thread("Sharpening chisels", OUT, 50),
                match(AddressMatch.Kind.EARLIER_PAGE, false),
                true,
                Authorship.STRANGER);

        assertThat(score.certain()).isFalse();
        assertThat(score.reasons()).contains("whose address is another item's now (-30)");
    }

    @Test
    void threadThatIsArchivedByNowSaysAsMuchAsAnother() {
        FoundThread thread = new FoundThread(
                "https://news.ycombinator.com/item?id=1",
                "1",
                SampleItem.PAGE,
                "Sharpening chisels",
                "bob",
                OUT,
                new ThreadCounts(90, 12, true));

        assertThat(score(SampleItem.post(), thread, PAGE).certain()).isTrue();
    }

    @Test
    void knowsWhoIsUsuallyRight() {
        FoundThread thread = thread("x", OUT, 0);
        int stranger = Scoring.of(SampleItem.post(), thread, PAGE, false, Authorship.STRANGER)
                .value();
        int regular = Scoring.of(SampleItem.post(), thread, PAGE, false, Authorship.REGULAR)
                .value();
        int rejected = Scoring.of(SampleItem.post(), thread, PAGE, false, Authorship.REJECTED)
                .value();

        assertThat(regular).isGreaterThan(stranger);
        assertThat(rejected).isLessThan(stranger);
    }

    @Test
    void postThatOnlyMentionsThePageIsNoDiscussionUntilSomebodyAnswers() {
        FoundThread mention = post(0);

        assertThat(score(SampleItem.post(), mention, PAGE).reasons()).contains("a post that nobody has answered (-35)");
        assertThat(score(SampleItem.post(), mention, PAGE).value()).isLessThan(65);
        assertThat(score(SampleItem.post(), post(1), PAGE).value()).isGreaterThan(65);
        assertThat(Scoring.of(SampleItem.post(), mention, PAGE, false, Authorship.REGULAR)
                        .value())
                .as("by somebody whose posts are")
                .isGreaterThan(65);
    }

    private static FoundThread post(int answers) {
        return new FoundThread(
                "https://social.example/@bob/1099",
                "1099",
                SampleItem.PAGE,
                "Sharpening chisels, nicely explained",
                "bob",
                OUT,
                new ThreadCounts(40, answers, false));
    }

    @Test
    void staysWithinItsBounds() {
        FoundThread best = thread("Sharpening chisels", OUT, 500);
        assertThat(Scoring.of(SampleItem.post(), best, PAGE, false, Authorship.AUTHOR)
                        .value())
                .isEqualTo(100);

        FoundThread worst = thread("x", OUT.minus(Duration.ofDays(900)), 0);
        AddressMatch audio = match(AddressMatch.Kind.AUDIO, true);
        assertThat(Scoring.of(SampleItem.post(), worst, audio, true, Authorship.REJECTED)
                        .value())
                .isZero();
    }

    private static Score score(ContentSnapshot item, FoundThread thread, AddressMatch match) {
        return Scoring.of(item, thread, match, false, Authorship.STRANGER);
    }

    private static AddressMatch match(AddressMatch.Kind kind, boolean through) {
        return new AddressMatch(kind, SampleItem.PAGE, through);
    }

    private static FoundThread thread(String title, @Nullable Instant postedAt, int comments) {
        return new FoundThread(
                "https://news.ycombinator.com/item?id=1",
                "1",
                SampleItem.PAGE,
                title,
                "bob",
                postedAt,
                new ThreadCounts(1, comments, false));
    }
}
