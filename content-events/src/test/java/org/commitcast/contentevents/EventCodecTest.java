package org.commitcast.contentevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventCodec codec = new EventCodec();

    @TestFactory
    Stream<DynamicTest> writesEachFormAsItsGoldenSample() {
        return eachSample((name, event) -> {
            EncodedEvent encoded = codec.encode(event);
            assertThat(JSON.readTree(encoded.json())).isEqualTo(golden(name).get("data"));
            assertThat(JSON.<JsonNode>valueToTree(encoded.headers()))
                    .isEqualTo(golden(name).get("headers"));
        });
    }

    @TestFactory
    Stream<DynamicTest> readsEachGoldenSample() {
        return eachSample((name, event) -> assertThat(
                        codec.decode(headers(golden(name)), bytes(golden(name).get("data"))))
                .isEqualTo(new Decoded.Known(event)));
    }

    @TestFactory
    Stream<DynamicTest> publishesASchemaThatEachGoldenSampleObeys() {
        return eachSample((name, event) ->
                assertThat(schema(event).validate(golden(name).get("data"))).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> publishesASchemaThatRefusesASampleWithoutItsSite() {
        return eachSample((name, event) -> {
            ObjectNode data = golden(name).get("data").deepCopy();
            data.remove("site");
            assertThat(schema(event).validate(data)).isNotEmpty();
        });
    }

    @Test
    void ignoresFieldsOfANewerVersion() {
        JsonNode golden = golden("feed-rendered");
        ObjectNode data = golden.get("data").deepCopy();
        data.put("ofTheFuture", "yes").putObject("nested").put("too", true);

        assertThat(codec.decode(headers(golden), bytes(data)))
                .isEqualTo(new Decoded.Known(GoldenSamples.feedRendered()));
    }

    @Test
    void namesATypeThatItDoesNotKnow() {
        assertThat(codec.decode(
                        Map.of("ce_type", "org.commitcast.content.licensed.v1"), "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Decoded.UnknownType("org.commitcast.content.licensed.v1"));
    }

    @Test
    void saysWhatARecordLacks() {
        JsonNode golden = golden("content-published");
        ObjectNode data = golden.get("data").deepCopy();
        data.remove("guid");

        assertThat(codec.decode(headers(golden), bytes(data)))
                .isEqualTo(new Decoded.Malformed("record of type org.commitcast.content.published.v1 lacks guid"));
    }

    @Test
    void takesBrokenBytesAsAValueAndNotAsAFailure() {
        assertThat(codec.decode(headers(golden("site-defined")), new byte[] {(byte) 0xC3, 0x28, 0}))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(codec.decode(Map.of(), null)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void keepsAllRecordsOfASiteOnOnePartition() {
        List<Integer> partitions = GoldenSamples.all().values().stream()
                .map(event -> codec.encode(event).partition())
                .distinct()
                .toList();

        // Pinned: another partition after an upgrade would break the order of every site.
        assertThat(partitions).containsExactly(SitePartition.of("harbour-radio"));
        assertThat(SitePartition.of("harbour-radio")).isEqualTo(PINNED_PARTITION);
    }

    private static final int PINNED_PARTITION = 16;

    private interface SampleCheck {
        void run(String name, Event event) throws IOException;
    }

    private static Stream<DynamicTest> eachSample(SampleCheck check) {
        return GoldenSamples.all().entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> check.run(sample.getKey(), sample.getValue())));
    }

    private static JsonSchema schema(Event event) {
        String name = event.topic().name().toLowerCase(Locale.ROOT);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(EventCodec.class.getResourceAsStream("schema/" + name + ".schema.json"));
    }

    private static JsonNode golden(String name) {
        try (InputStream file = EventCodecTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(JsonNode golden) {
        Map<String, String> headers = new HashMap<>();
        golden.get("headers")
                .properties()
                .forEach(field -> headers.put(field.getKey(), field.getValue().asText()));
        return headers;
    }

    private static byte[] bytes(JsonNode data) {
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }
}
