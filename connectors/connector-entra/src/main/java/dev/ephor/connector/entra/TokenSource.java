package dev.ephor.connector.entra;

import com.microsoft.kiota.authentication.AccessTokenProvider;

/** Where the bearer tokens for Graph come from. Failures are {@link NoAnswer}. */
interface TokenSource extends AccessTokenProvider {

    /**
     * Gives the token up that Graph just refused.
     *
     * @return whether the next token can be another one, so that asking Graph again makes sense
     */
    boolean renew();
}
