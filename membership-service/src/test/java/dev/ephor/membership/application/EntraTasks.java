package dev.ephor.membership.application;

import dev.ephor.quickstart.entra.EntraEmulator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tasks about new users and new groups of an emulator. */
record EntraTasks(EntraEmulator entra) {

    List<DirectoryTask> grants(int count) {
        return many(() -> Tasks.grant(group(), user(), 1), count);
    }

    /** Of memberships that are there. */
    List<DirectoryTask> removals(int count) {
        List<DirectoryTask> tasks = many(() -> Tasks.withdraw(group(), user(), 2), count);
        tasks.forEach(task -> entra.addMember(task.key().group(), task.key().principal()));
        return tasks;
    }

    String group() {
        String id = UUID.randomUUID().toString();
        entra.addGroup(id, id);
        return id;
    }

    String user() {
        String id = UUID.randomUUID().toString();
        entra.addUser(id, id, id + "@example.com");
        return id;
    }

    private static List<DirectoryTask> many(Supplier<DirectoryTask> task, int count) {
        return Stream.generate(task).limit(count).toList();
    }
}
