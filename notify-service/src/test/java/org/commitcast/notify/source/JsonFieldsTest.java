package org.commitcast.notify.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    @Test
    void givesTextWithoutCharactersThatCannotBeStored() {
        assertThat(JsonFields.text(said("bob\u0000\u001b[1m\u0085"), "name")).isEqualTo("bob[1m");
        assertThat(JsonFields.text(said("\u0000\u0007"), "name")).isNull();
    }

    @Test
    void takesNoTextOfAnyLength() {
        assertThat(JsonFields.text(said("a".repeat(2000)), "name")).hasSize(2000);
        assertThat(JsonFields.text(said("https://lathe.example/" + "a".repeat(2000)), "name"))
                .as("the beginning of an address is another address")
                .isNull();
    }

    @Test
    void givesTheBeginningOfALongTitleInOneLine() {
        assertThat(JsonFields.title(said(" Chisels\r\nand\u0000gouges "), "name"))
                .isEqualTo("Chisels and gouges");
        assertThat(JsonFields.title(said("a".repeat(299) + "\ud83e\udeb5"), "name"))
                .as("no half of a character")
                .isEqualTo("a".repeat(299));
        assertThat(JsonFields.title(said("a".repeat(5000)), "name")).hasSize(300);
        assertThat(JsonFields.title(said("\u0000"), "name")).isNull();
    }

    private static ObjectNode said(String text) {
        return JsonNodeFactory.instance.objectNode().put("name", text);
    }
}
