package dev.ephor.audit.application;

import dev.ephor.audit.notes.VerifierKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who signs checkpoints of this log after seeing that it only grew.
 *
 * @param address the prefix of its submissions (C2SP tlog-witness); empty where it fetches
 *     checkpoints by itself
 */
public record Witness(VerifierKey key, Optional<URI> address) {
    private static final List<String> SCHEMES = List.of("https", "http");

    /**
     * @param text the verifier key, and behind a space the address where it has one
     * @throws IllegalArgumentException when this is no witness
     */
    public static Witness parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        VerifierKey key = VerifierKey.parse(words[0]);
        if (key.type() != VerifierKey.Type.COSIGNATURE) {
            throw new IllegalArgumentException(
                    "'%s' is no witness's key: that is of type 04".formatted(words[0]));
        }
        return new Witness(key, words.length < 2 ? Optional.empty() : Optional.of(uri(words[1])));
    }

    private static URI uri(String text) {
        String prefix = text.replaceAll("/+$", "");
        try {
            URI uri = URI.create(prefix);
            if (uri.getHost() != null && SCHEMES.contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no address".formatted(text), e);
        }
        throw new IllegalArgumentException("'%s' is no http address".formatted(text));
    }

    /** By which its cosignatures are kept. */
    String keyName() {
        return key.name() + "+" + VerifierKey.idText(key.id());
    }
}
