package dev.ephor.quickstart.demo;

import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.http.Journal;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.smtp.Letter;
import dev.ephor.quickstart.world.Person;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the mail server was handed, and where the links in it lead. */
final class Post {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Platform platform;
    private final Stage stage;
    private final long before;

    Post(Platform platform, Stage stage) {
        this.platform = platform;
        this.stage = stage;
        this.before = platform.mails().journal().size();
    }

    /** A mail as text and HTML, whose link answers to whom it is sent to. */
    void tells(Person person, String subject) {
        Optional<Letter> letter = await(person, subject);
        stage.confirm(
                "a mail tells %s: %s".formatted(person.displayName(), subject), letter.isPresent());
        letter.ifPresent(arrived -> leads(person, arrived));
    }

    /** These and no others, each once: address and subject, in any order. */
    void wereOnly(String about, List<String> expected) {
        List<String> arrived =
                platform.mails().journal().after(before).stream()
                        .map(Journal.Entry::effect)
                        .filter(letter -> letter.subject().endsWith(about))
                        .map(letter -> letter.to() + ": " + letter.subject())
                        .sorted()
                        .toList();
        stage.confirm(
                "%d mails about %s in all, each once".formatted(arrived.size(), about),
                arrived.equals(expected.stream().sorted().toList()));
    }

    private void leads(Person person, Letter letter) {
        Matcher link = LINK.matcher(letter.text());
        String url = link.find() ? link.group() : "";
        boolean isInBoth = !url.isEmpty() && letter.html().contains("href=\"" + url + "\"");
        int status = isInBoth ? answer(person, url) : 0;
        stage.confirm(
                "its link, in text and HTML, answers %d to them".formatted(status), status == 200);
    }

    private int answer(Person person, String url) {
        return new HttpCalls(platform.issuer().token(person.name(), SignIn.MFA)).get(url).status();
    }

    private Optional<Letter> await(Person person, String subject) {
        try {
            return platform.mails()
                    .journal()
                    .await(before, letter -> is(letter, person, subject), Watch.PATIENCE)
                    .map(Journal.Entry::effect);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a mail", e);
        }
    }

    private static boolean is(Letter letter, Person person, String subject) {
        return letter.to().equals(person.userName()) && letter.subject().equals(subject);
    }
}
