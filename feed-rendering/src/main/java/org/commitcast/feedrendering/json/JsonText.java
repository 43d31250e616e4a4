package org.commitcast.feedrendering.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.commitcast.feedrendering.xml.XmlCharacters;
import org.jspecify.annotations.Nullable;

/** Writes an object of JSON into memory, one member to a line. What XML cannot say is left out here as well. */
public final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter(" ", "\n"))
            .withArrayIndenter(new DefaultIndenter(" ", "\n"));

    private static final int USUAL_LENGTH = 8192;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    private final JsonGenerator json;

    /** An object in the making. */
    public JsonText() {
        try {
            json = JSON.createGenerator(bytes);
            // It counts how deep it is, so each object has its own.
            json.setPrettyPrinter(LINES.createInstance());
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Part {
        void write() throws IOException;
    }

    /** A text, even an empty one. */
    public JsonText present(String name, String text) {
        return part(() -> json.writeStringField(name, XmlCharacters.of(text)));
    }

    /** A text; nothing where there is none. */
    public JsonText text(String name, @Nullable Object text) {
        return text == null || text.toString().isEmpty()
                ? this
                : part(() -> json.writeStringField(name, XmlCharacters.of(text.toString())));
    }

    /** A number; nothing where there is none. */
    public JsonText number(String name, @Nullable Long number) {
        return number == null ? this : part(() -> json.writeNumberField(name, number));
    }

    /** A fraction of at most three digits, without a fraction where it is whole. */
    public JsonText thousandths(String name, long thousandths) {
        return part(() -> {
            json.writeFieldName(name);
            json.writeNumber(
                    BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString());
        });
    }

    /** A yes or no. */
    public JsonText truth(String name, boolean truth) {
        return part(() -> json.writeBooleanField(name, truth));
    }

    /** A list of texts; nothing where it is empty. */
    public JsonText texts(String name, List<String> texts) {
        return texts.isEmpty()
                ? this
                : part(() -> {
                    json.writeArrayFieldStart(name);
                    for (String text : texts) {
                        json.writeString(XmlCharacters.of(text));
                    }
                    json.writeEndArray();
                });
    }

    /** A list of objects; nothing where it is empty. */
    public <T> JsonText objects(String name, List<T> elements, BiConsumer<JsonText, T> writer) {
        return elements.isEmpty() ? this : array(name, elements, writer);
    }

    /** A list of objects, even an empty one. */
    public <T> JsonText array(String name, List<T> elements, BiConsumer<JsonText, T> writer) {
        return part(() -> {
            json.writeArrayFieldStart(name);
            for (T element : elements) {
                json.writeStartObject();
                writer.accept(this, element);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private JsonText part(Part part) {
        try {
            part.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object, UTF-8. */
    public byte[] bytes() {
        part(() -> {
            json.writeEndObject();
            json.close();
        });
        return bytes.toByteArray();
    }
}
