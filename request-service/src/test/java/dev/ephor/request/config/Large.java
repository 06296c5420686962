package dev.ephor.request.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration of one group and as many eligible principals as wanted. */
public final class Large {
    private Large() {}

    public static Path file(Path folder, int principals) throws IOException {
        var yaml = new StringBuilder("tenants:\n- id: big\n  name: big\n");
        yaml.append("  directories: [{id: d, kind: entra}]\n  principals:\n");
        for (int i = 0; i < principals; i++) {
            yaml.append(
                    "  - {id: p%d, userName: p%d@example.org, displayName: 'P %d'}\n"
                            .formatted(i, i, i));
        }
        yaml.append("  groups:\n  - id: g\n    displayName: G\n    directory: d\n");
        yaml.append("    policies: {member: {maximumDuration: PT8H}}\n    eligibilities:\n");
        for (int i = 0; i < principals; i++) {
            yaml.append(
                    "    - {principal: p%d, access: member, start: 2026-01-01T00:00:00Z}\n"
                            .formatted(i));
        }
        return Files.writeString(folder.resolve("large.yaml"), yaml);
    }
}
