package dev.ephor.quickstart.entra;

/** The one application that may ask for tokens, and the tenant it does so in. */
public record Registration(String tenantId, String clientId, String clientSecret) {
    /**
     * What the emulator knows unless told otherwise; a secret for loopback, of no worth elsewhere.
     */
    public static final Registration QUICKSTART =
            new Registration(
                    "7d1c0a52-0000-4000-8000-00000000a001",
                    "c11e4700-0000-4000-8000-00000000c001",
                    "quickstart-secret");

    @Override
    public String toString() {
        return "Registration[tenantId=" + tenantId + ", clientId=" + clientId + "]";
    }
}
