package dev.ephor.request.mailing;

import static dev.ephor.request.mailing.Company.KEY;
import static dev.ephor.request.mailing.Company.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.Notification.Level;
import dev.ephor.events.Event;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.request.mailing.Telling.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static final String RULE = Rule.REQUESTER.id();
    private static final Event ABOUT_A = new ActivationActive(KEY, "1", NOW);

    private static Recipients of(boolean urgent, Company company, String... principals) {
        var notice = new Notice("s", "l", List.of(), "a", "/");
        var telling = new Telling(Rule.REQUESTER, urgent, List.of(principals), notice);
        return Recipients.of(telling, "t1", ABOUT_A, company);
    }

    private static Notification rule(Level level, boolean concerned, String... others) {
        return new Notification(RULE, level, concerned, List.of(others));
    }

    @Test
    void where_the_policy_says_nothing_all_concerned_are_told() {
        assertThat(of(false, new Company(), "a", "b").addresses())
                .containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void who_has_no_address_is_counted_and_nobody_else_misses_anything() {
        assertThat(of(false, new Company(), "nobody", "a", "unheard-of"))
                .isEqualTo(new Recipients(List.of("a@example.org"), 2));
    }

    @Test
    void others_are_told_too_where_the_policy_names_them() {
        var company = new Company().notifying(rule(Level.ALL, true, "SOC@example.org"));
        assertThat(of(false, company, "a").addresses())
                .containsExactly("a@example.org", "soc@example.org");
    }

    @Test
    void others_are_told_alone_where_the_policy_leaves_out_those_concerned() {
        var company = new Company().notifying(rule(Level.ALL, false, "soc@example.org"));
        assertThat(of(false, company, "a"))
                .isEqualTo(new Recipients(List.of("soc@example.org"), 0));
    }

    @Test
    void only_what_is_urgent_is_told_where_the_policy_says_critical() {
        var company = new Company().notifying(rule(Level.CRITICAL, true));
        assertThat(of(false, company, "a").addresses()).isEmpty();
        assertThat(of(true, company, "a").addresses()).containsExactly("a@example.org");
    }

    @Test
    void nobody_is_told_where_the_policy_says_none() {
        var company = new Company().notifying(rule(Level.NONE, true, "soc@example.org"));
        assertThat(of(true, company, "a").addresses()).isEmpty();
    }

    @Test
    void an_address_that_is_named_twice_gets_one_mail() {
        var company = new Company().notifying(rule(Level.ALL, true, "A@example.org"));
        assertThat(of(false, company, "a").addresses()).containsExactly("a@example.org");
    }
}
