package dev.ephor.audit.notes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/** The published notes, and the keys that signed them. */
public final class Keys {
    private Keys() {}

    public static JsonNode vectors() throws IOException {
        return new ObjectMapper().readTree(Keys.class.getResource("/tlog/note-vectors.json"));
    }

    /** A log. */
    public static SigningKey log() throws IOException {
        return key("log", VerifierKey.Type.ED25519);
    }

    /** A witness. */
    public static SigningKey witness() throws IOException {
        return key("witness", VerifierKey.Type.COSIGNATURE);
    }

    /** A witness that is asked. */
    public static SigningKey asked() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 7);
        return SigningKey.of("asked.example/w", VerifierKey.Type.COSIGNATURE, seed);
    }

    private static SigningKey key(String who, VerifierKey.Type type) throws IOException {
        JsonNode key = vectors().get(who);
        byte[] seed = HexFormat.of().parseHex(key.get("seed_hex").asText());
        return SigningKey.of(key.get("name").asText(), type, seed);
    }
}
