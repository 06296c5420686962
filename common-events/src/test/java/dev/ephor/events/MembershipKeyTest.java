package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipKeyTest {

    @ParameterizedTest
    @EnumSource(Access.class)
    void its_text_is_read_back(Access access) {
        // Given
        var key = new MembershipKey("tenant-1", "group_2", "dana.3", access);

        // When
        var text = key.toString();

        // Then
        assertThat(text).isEqualTo("tenant-1/group_2/dana.3/" + access.wire());
        assertThat(MembershipKey.parse(text)).isEqualTo(key);
    }

    @Test
    void reads_the_access_in_any_case() {
        assertThat(MembershipKey.parse("t/g/p/Owner").access()).isEqualTo(Access.OWNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t/g/p",
                "t/g/p/member/",
                "/t/g/p/member",
                "t/g//member",
                "t/g/x/p/member",
                "t/g/p q/member",
                "t/g/p\n/member",
                "t/g/p/guest",
                "t/g/p/"
            })
    void refuses_a_text_that_is_no_key(String text) {
        assertThatThrownBy(() -> MembershipKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "a/b",
                "a/b/c/owner",
                "..%2Fadmin",
                "a b",
                "a\tb",
                "\u2215",
                "dana\u0000"
            })
    void refuses_a_part_that_could_be_taken_for_more_than_one(String part) {
        assertThatThrownBy(() -> new MembershipKey(part, "g", "p", Access.MEMBER))
                .hasMessageContaining("tenant");
        assertThatThrownBy(() -> new MembershipKey("t", part, "p", Access.MEMBER))
                .hasMessageContaining("group");
        assertThatThrownBy(() -> new MembershipKey("t", "g", part, Access.MEMBER))
                .hasMessageContaining("principal");
    }

    @Test
    void refuses_a_part_without_end() {
        // Given
        var long128 = "x".repeat(128);

        // Then
        assertThat(new MembershipKey(long128, "g", "p", Access.MEMBER).tenant()).hasSize(128);
        assertThatThrownBy(() -> new MembershipKey(long128 + "x", "g", "p", Access.MEMBER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
