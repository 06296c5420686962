package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.issuer.OidcIssuer;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.smtp.MailServer;
import dev.ephor.quickstart.world.Seeding;
import dev.ephor.quickstart.world.World;

/** What Ephor speaks with: issuer, directory, App1 and a mail server, all in this process. */
record Surroundings(
        OidcIssuer issuer, EntraEmulator entra, ScimApplication app1, MailServer mails) {

    /** Each ends with the children. */
    static Surroundings start(World world, Addresses addresses, Children children) {
        return new Surroundings(
                children.closing(
                        OidcIssuer.start(addresses.of(Addresses.ISSUER), world.personas())),
                children.closing(EntraEmulator.start(addresses.of(Addresses.ENTRA))),
                children.closing(
                        ScimApplication.start(addresses.of(Addresses.APP1), Platform.APP1_TOKEN)),
                children.closing(
                        MailServer.start(
                                addresses.of(Addresses.SMTP), addresses.of(Addresses.MAILS))));
    }

    /** Directory and App1 know the world where a service runs that speaks with them. */
    void know(Setup setup) {
        if (setup.services().contains(ServiceName.MEMBERSHIP)) {
            Seeding.directory(entra, setup.world());
        }
        if (setup.services().contains(ServiceName.PROVISIONING)) {
            Seeding.application(new HttpCalls(Platform.APP1_TOKEN), app1.scimUrl(), setup.world());
        }
    }
}
