import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Fetches Maven for ./mvnw: the archive's address, its SHA-512 and the folder to unpack into. Needs nothing but the JDK. */
class FetchMaven {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[2]);
        Files.createDirectories(folder.getParent());
        Path archive = Files.createTempFile(folder.getParent(), "maven", ".zip");
        try {
            try (InputStream in = URI.create(args[0]).toURL().openStream()) {
                Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
            }
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
            if (!HexFormat.of().formatHex(digest).equals(args[1])) {
                throw new IOException(args[0] + " is not the archive that was expected: its SHA-512 differs");
            }
            unpack(archive, folder);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /** Leaves out the archive's own top folder, and appears under its name only when it is whole. */
    private static void unpack(Path archive, Path folder) throws IOException {
        Path partial = Files.createTempDirectory(folder.getParent(), "maven");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() < 2 || entry.isDirectory()) {
                    continue;
                }
                Path file = partial.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!file.startsWith(partial)) {
                    throw new IOException("the archive would write outside its folder: " + name);
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        partial.resolve("bin/mvn").toFile().setExecutable(true);
        Files.move(partial, folder);
    }
}
