package org.commitcast.ingest.site;

import java.util.List;
import java.util.Locale;
import org.commitcast.contentreading.definition.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries of a sender look that is no forge we know.
 *
 * @param header holds the signature
 * @param encoding of the signature
 * @param required fields of the JSON body that must be there, nested ones with dots
 * @param unsigned whether deliveries without the header are taken as well
 * @param eventHeader names what happened; where it is absent, something was pushed
 * @param pushEvents what of it means a push
 * @param deliveryHeader holds the delivery's id
 */
public record GenericHook(
        String header,
        Encoding encoding,
        List<String> required,
        boolean unsigned,
        String eventHeader,
        List<String> pushEvents,
        String deliveryHeader) {

    /** Where the owner says nothing of it. */
    public static final GenericHook USUAL = new GenericHook(
            "X-Signature", Encoding.EITHER, List.of(), false, "X-Event", List.of("push"), "X-Delivery-Id");

    public GenericHook {
        required = List.copyOf(required);
        pushEvents = List.copyOf(pushEvents);
    }

    /** How an HMAC-SHA256 is written. */
    public enum Encoding {
        EITHER(null),
        HEX("hex"),
        PREFIXED("sha256=hex");

        private final @Nullable String label;

        Encoding(@Nullable String label) {
            this.label = label;
        }

        public boolean mayHavePrefix() {
            return this != HEX;
        }

        public boolean mayBeBare() {
            return this != PREFIXED;
        }

        static @Nullable Encoding labelled(String label) {
            for (Encoding encoding : values()) {
                if (label.toLowerCase(Locale.ROOT).equals(encoding.label)) {
                    return encoding;
                }
            }
            return null;
        }
    }

    static GenericHook read(Fields fields) {
        String said = fields.text("encoding");
        Encoding encoding = said == null ? USUAL.encoding : Encoding.labelled(said);
        if (encoding == null) {
            fields.wrong("encoding", "must be hex or sha256=hex");
        }
        var hook = new GenericHook(
                header(fields, "header", USUAL.header),
                encoding == null ? USUAL.encoding : encoding,
                fields.texts("required", USUAL.required),
                fields.flag("unsigned"),
                header(fields, "eventHeader", USUAL.eventHeader),
                fields.texts("pushEvents", USUAL.pushEvents),
                header(fields, "deliveryHeader", USUAL.deliveryHeader));
        fields.end();
        return hook;
    }

    private static String header(Fields fields, String name, String usual) {
        String header = fields.text(name);
        if (header != null && !header.matches("[A-Za-z0-9-]{1,100}")) {
            fields.wrong(name, "must be a header's name");
        }
        return header == null ? usual : header;
    }
}
