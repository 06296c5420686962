package dev.ephor.audit.config;

import dev.ephor.audit.application.LogIdentity;
import dev.ephor.audit.application.Witness;
import dev.ephor.audit.application.Witnesses;
import dev.ephor.audit.notes.SigningKey;
import dev.ephor.audit.notes.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The keys of the log and of its witnesses, out of the configuration. */
@ApplicationScoped
class LogKeys {
    private static final Logger LOG = Logger.getLogger(LogKeys.class);
    private static final String OWNER_ALONE = "rw-------";

    @Produces
    @Singleton
    LogIdentity identity(
            @ConfigProperty(name = "ephor.audit.origin") String origin,
            @ConfigProperty(name = "ephor.audit.checkpoints.keys") Optional<List<Path>> keys,
            @ConfigProperty(name = "ephor.audit.checkpoints.make-key") boolean makeKey,
            @ConfigProperty(name = "ephor.audit.checkpoints.retired-keys")
                    Optional<List<String>> retired,
            @ConfigProperty(name = "ephor.audit.witnesses") Optional<List<String>> witnesses) {
        List<Path> files = keys.orElse(List.of());
        if (makeKey && !files.isEmpty()) {
            make(files.getFirst());
        }
        return new LogIdentity(
                origin,
                files.stream().map(file -> signer(origin, file)).toList(),
                verifiers(retired),
                parsed(witnesses).stream().map(Witness::key).toList());
    }

    @Produces
    @Singleton
    Witnesses witnesses(
            @ConfigProperty(name = "ephor.audit.witnesses") Optional<List<String>> witnesses) {
        return new Witnesses(
                parsed(witnesses).stream().filter(one -> one.address().isPresent()).toList());
    }

    private static List<Witness> parsed(Optional<List<String>> texts) {
        try {
            return texts.orElse(List.of()).stream().map(Witness::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ephor.audit.witnesses: " + e.getMessage(), e);
        }
    }

    private static List<VerifierKey> verifiers(Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream().map(VerifierKey::parse).toList();
    }

    private static SigningKey signer(String origin, Path file) {
        try {
            return SigningKey.ofPem(origin, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "ephor.audit.checkpoints.keys names %s, which cannot be read. Make a key with:"
                                    .formatted(file)
                            + " openssl genpkey -algorithm ed25519",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ephor.audit.checkpoints.keys names %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void make(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ALONE)));
            Files.writeString(
                    file, SigningKey.newPem(new SecureRandom()), StandardOpenOption.WRITE);
            LOG.infof("Made the key of the log: %s", file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the log could not be made at " + file, e);
        }
    }
}
