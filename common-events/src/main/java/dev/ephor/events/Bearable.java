package dev.ephor.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * What whatever an event passes can hold. PostgreSQL has no character 0, and UTF-8 no half of a
 * surrogate pair, though JSON can write both; of far times there are no milliseconds. What one
 * consumer cannot keep would be handled by some and not by others.
 */
public final class Bearable {
    private static final String WHY = "a text holds the character 0, or half of a surrogate pair";
    private static final char INSTEAD = '\uFFFD';

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+99999-12-31T23:59:59Z");
    private static final Duration LONGEST = Duration.ofDays(4_000_000);

    private Bearable() {}

    /** Whether everybody can hold the text. */
    public static boolean is(String text) {
        return firstFault(text, 0) < 0;
    }

    /** Whether everybody can reckon with the time: that of the years 0 to 99999. */
    static boolean is(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** Whether it can be added to a time: up to some ten thousand years. */
    public static boolean is(Duration length) {
        return length.compareTo(LONGEST) <= 0 && length.compareTo(LONGEST.negated()) >= 0;
    }

    /** The text with U+FFFD for what nobody can hold. */
    static String made(String text) {
        int fault = firstFault(text, 0);
        if (fault < 0) {
            return text;
        }
        var whole = new StringBuilder(text);
        for (; fault >= 0; fault = firstFault(text, fault + 1)) {
            whole.setCharAt(fault, INSTEAD);
        }
        return whole.toString();
    }

    private static int firstFault(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** Has Jackson refuse other texts and times in events, and write no other text. */
    static Module ofEvents() {
        return new SimpleModule("bearable")
                .addDeserializer(String.class, new Reader())
                .addDeserializer(
                        Instant.class,
                        new Times<>(Instant.class, InstantDeserializer.INSTANT, Bearable::is))
                .addDeserializer(
                        Duration.class,
                        new Times<>(Duration.class, DurationDeserializer.INSTANCE, Bearable::is))
                .addSerializer(String.class, new Writer());
    }

    private static final class Reader extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || is(text) ? text : context.reportInputMismatch(this, WHY);
        }
    }

    private static final class Times<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<T> usual;
        private final transient Predicate<T> bearable;

        Times(Class<T> type, JsonDeserializer<T> usual, Predicate<T> bearable) {
            super(type);
            this.usual = usual;
            this.bearable = bearable;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T time = usual.deserialize(parser, context);
            if (time != null && !bearable.test(time)) {
                context.reportInputMismatch(this, "'%s' is too far away", time);
            }
            return time;
        }
    }

    private static final class Writer extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(made(text));
        }
    }
}
