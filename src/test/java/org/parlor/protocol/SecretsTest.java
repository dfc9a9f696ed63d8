package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.room.Token;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789012345678901",
                "abcdefghij____________",
                "0123456789abcdef0123456789abcdef",
                "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"
            })
    void of22CharactersAnd10DifferentOnesAreTaken(String secret) {
        assertThatCode(() -> Secrets.check("key", secret)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdefghijk",
                "0123456780123456780123456780",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "passwordpasswordpassword"
            })
    void thatAreShortOrTypedAreRefusedWithWhatToDo(String secret) {
        assertThatThrownBy(() -> Secrets.check("key", secret))
                .isInstanceOf(JsonReader.BadField.class)
                .hasMessage("a \"key\" of your own must have at least 22 characters, 10 of them different;"
                        + " make it up at random");
    }

    @Test
    void thatAreDrawnAsTheServersAreAreGoodEnough() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 10_000; i++) {
            Token token = Token.mint(random);
            assertThatCode(() -> Secrets.check("token", token.secret())).doesNotThrowAnyException();
        }
    }
}
