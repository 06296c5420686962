package dev.ephor.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephor.audit.notes.SignedNote;
import dev.ephor.audit.notes.SigningKey;
import dev.ephor.audit.notes.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A witness as C2SP tlog-witness describes one, for one log. It reads submissions and checks their
 * proofs (RFC 9162 section 2.1.4.2) with code of its own.
 */
public final class WitnessServer implements AutoCloseable {
    /** When it signs; a fixed time, so that one checkpoint has one cosignature. */
    public static final long SECONDS = 1_795_290_000L;

    private final String origin;
    private final VerifierKey log;
    private final SigningKey key;
    private final HttpServer http;
    private long size;
    private byte[] root = new byte[0];
    private int submissions;
    private boolean lies;

    private WitnessServer(String origin, VerifierKey log, SigningKey key) throws IOException {
        this.origin = origin;
        this.log = log;
        this.key = key;
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/w/add-checkpoint", this::handle);
        http.start();
    }

    /** Starts one that has seen nothing. */
    public static WitnessServer start(String origin, VerifierKey log, SigningKey key) {
        try {
            return new WitnessServer(origin, log, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The prefix of its submissions. */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/w".formatted(http.getAddress().getPort()));
    }

    /** What it has seen of the log. */
    public synchronized long size() {
        return size;
    }

    public synchronized int submissions() {
        return submissions;
    }

    /** Lets it have seen another history of that size. */
    public synchronized void haveSeen(long otherSize, byte[] otherRoot) {
        size = otherSize;
        root = otherRoot.clone();
    }

    /** Lets it sign something else than it is asked to. */
    public synchronized void lie() {
        lies = true;
    }

    private record Answer(int status, String type, String body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = answer(body);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private synchronized Answer answer(String body) {
        submissions++;
        int divide = body.indexOf("\n\n");
        String note = body.substring(divide + 2);
        List<String> head = body.substring(0, divide).lines().toList();
        List<String> said = note.lines().toList();
        long old = Long.parseLong(head.getFirst().substring("old ".length()));
        long next = Long.parseLong(said.get(1));
        if (!said.getFirst().equals(origin)) {
            return new Answer(404, "text/plain", "");
        }
        if (SignedNote.parse(note).signatures().stream()
                .noneMatch(line -> log.verifies(text(note), line))) {
            return new Answer(403, "text/plain", "");
        }
        if (old > next) {
            return new Answer(400, "text/plain", "");
        }
        byte[] nextRoot = Base64.getDecoder().decode(said.get(2));
        if (old != size || old == next && !Arrays.equals(root, nextRoot)) {
            return new Answer(409, "text/x.tlog.size", size + "\n");
        }
        List<byte[]> proof =
                head.stream().skip(1).map(line -> Base64.getDecoder().decode(line)).toList();
        if (!grew(old, next, root, nextRoot, proof)) {
            return new Answer(422, "text/plain", "");
        }
        size = next;
        root = nextRoot;
        String signed = lies ? text(note).replace("\n" + next, "\n1" + next) : text(note);
        String stranger = "\u2014 nobody.example/w AAAAAAAA\n";
        return new Answer(200, "text/plain", stranger + key.cosign(signed, SECONDS));
    }

    private static String text(String note) {
        return note.substring(0, note.indexOf("\n\n") + 1);
    }

    private static boolean grew(
            long old, long next, byte[] oldRoot, byte[] nextRoot, List<byte[]> proof) {
        if (old == 0 || old == next) {
            return proof.isEmpty();
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            path.addFirst(oldRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long fn = old - 1;
        long sn = next - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.getFirst();
        byte[] sr = path.getFirst();
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, oldRoot) && Arrays.equals(sr, nextRoot);
    }

    private static byte[] node(byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
