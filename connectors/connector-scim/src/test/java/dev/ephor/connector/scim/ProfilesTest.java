package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.WriteBudget;
import dev.ephor.connector.scim.Profile.OpCase;
import dev.ephor.connector.scim.Profile.ReadBackForm;
import dev.ephor.connector.scim.Profile.RemovalForm;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile is a file of settings, on top of which a target sets its own. */
class ProfilesTest {

    @ParameterizedTest
    @MethodSource("names")
    void states_everything_in_every_file(String name) {
        // When
        var profile = Profiles.read(name);

        // Then
        assertThat(profile).containsOnlyKeys(Profiles.read(Profiles.STANDARD).keySet());
        assertThat(profile(Map.of("profile", name))).isNotNull();
    }

    static List<String> names() {
        return Profiles.names();
    }

    @Test
    void speaks_as_rfc_7644_has_it_where_nothing_is_said() {
        // When
        var profile = profile(Map.of());

        // Then
        assertThat(profile).isEqualTo(profile(Map.of("profile", "rfc7644")));
        assertThat(profile.removalForm()).isEqualTo(RemovalForm.PATH);
        assertThat(profile.batch()).isEqualTo(100);
        assertThat(profile.budget()).isEqualTo(WriteBudget.UNLIMITED);
    }

    @Test
    void knows_the_limits_of_each_vendor() {
        // When
        var aws = profile(Map.of("profile", "aws"));
        var google = profile(Map.of("profile", "google"));
        var keycloak = profile(Map.of("profile", "keycloak"));

        // Then
        assertThat(aws.batch()).isEqualTo(100);
        assertThat(aws.readBack()).isEqualTo(ReadBackForm.FILTER);
        assertThat(aws.roster()).isEqualTo(Profile.NO_ROSTER);
        assertThat(google.batch()).isEqualTo(1);
        assertThat(google.pageSize()).isEmpty();
        assertThat(keycloak.removalForm()).isEqualTo(RemovalForm.PATH);
    }

    @Test
    void lets_single_settings_override_the_profile() {
        // When
        var profile =
                profile(
                        Map.of(
                                "profile", "aws",
                                "removalForm", "path",
                                "opCase", "capital",
                                "batch", "10",
                                "writes", "20",
                                "writesPer", "PT10S"));

        // Then
        assertThat(profile.removalForm()).isEqualTo(RemovalForm.PATH);
        assertThat(profile.opCase()).isEqualTo(OpCase.CAPITAL);
        assertThat(profile.readBack()).isEqualTo(ReadBackForm.FILTER);
        assertThat(profile.budget()).isEqualTo(new WriteBudget(20, Duration.ofSeconds(10), 10, 10));
    }

    @Test
    void leaves_a_value_of_the_profile_where_a_setting_is_blank() {
        // When
        var profile = profile(Map.of("profile", "google", "batch", " "));

        // Then
        assertThat(profile.batch()).isEqualTo(1);
    }

    @Test
    void names_the_profiles_there_are_instead_of_one_there_is_not() {
        // When
        var reading = assertThatThrownBy(() -> profile(Map.of("profile", "okta")));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app1' has profile 'okta'")
                .hasMessageContaining("aws, google, keycloak");
    }

    @ParameterizedTest
    @CsvSource({
        "removalForm, both",
        "opCase, upper",
        "readBack, never",
        "batch, 0",
        "writes, many",
        "memberFilter, members eq me",
        "matchUsersBy, nickName",
        "userNeeds, shoeSize",
        "check, Users",
        "check, /Users of mine",
        "roster, everybody"
    })
    void names_the_value_that_is_wrong(String key, String value) {
        // When
        var reading = assertThatThrownBy(() -> profile(Map.of(key, value)));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app1'")
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    private static Profile profile(Map<String, String> extra) {
        var values = new HashMap<>(extra);
        values.put("url", "https://app1.example.com");
        values.put("tokenRef", "T");
        return ScimTarget.of(new Settings("app1", values, _ -> "t0ken")).profile();
    }
}
