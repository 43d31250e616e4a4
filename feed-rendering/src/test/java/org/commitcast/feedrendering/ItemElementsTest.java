package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.ItemInputs;
import org.junit.jupiter.api.Test;

class ItemElementsTest {
    @Test
    void namesWhatBecameDifferent() {
        ItemElements before = elements(Samples.episode("a"));
        ItemElements after = elements(
                Samples.episode("a").title("Tides, corrected").enclosure("https://audio.example/b.mp3", 1234L));

        assertThat(before.differencesTo(after)).containsExactly("duration", "enclosure", "title");
    }

    @Test
    void namesWhatChangedWithinAnElementThatHasOthers() {
        ItemElements before = ItemElements.of(rendered(Complete.episode()));
        ItemInputs moved = Complete.episode("{\"images\": [\"https://harbour.example/other.jpg\"]}");

        assertThat(before.differencesTo(ItemElements.of(rendered(moved))))
                .contains("podcast:image", "podcast:soundbite")
                .doesNotContain("psc:chapters", "title", "content");
    }

    @Test
    void findsNothingDifferentInTheSame() {
        assertThat(elements(Samples.episode("a")).differencesTo(elements(Samples.episode("a"))))
                .isEmpty();
    }

    @Test
    void readsBackWhatItWrote() {
        ItemElements elements = ItemElements.of(rendered(Complete.episode()));

        assertThat(ItemElements.parse(elements.toString())).isEqualTo(elements);
        assertThat(ItemElements.parse("")).isEqualTo(ItemElements.NONE);
        assertThat(elements.toString()).hasSizeLessThan(1000);
    }

    private static ItemElements elements(Samples.Item item) {
        return ItemElements.of(rendered(ItemInputs.of(item.snapshot(), null)));
    }

    private static RenderedItem rendered(ItemInputs item) {
        ItemOutcome outcome = new ItemRenderer().render(item, FeedFormat.RSS, false);
        assertThat(outcome).isInstanceOf(RenderedItem.class);
        return (RenderedItem) outcome;
    }
}
