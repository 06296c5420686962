package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.audit.LogReader;
import dev.ephor.quickstart.client.Approver;
import dev.ephor.quickstart.client.Eligibilities;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.gateway.Gateway;
import dev.ephor.quickstart.issuer.OidcIssuer;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.kafka.EmbeddedBroker;
import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.postgres.EmbeddedDatabase;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.ProcessUsage;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import dev.ephor.quickstart.smtp.MailServer;
import dev.ephor.quickstart.world.ConfigurationText;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.Seeding;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything on one machine: a broker and the five services as processes of their own, PostgreSQL,
 * and in this process the issuer, the directory, App1, a mail server and the gateway. Whatever was
 * started ends with {@link #close}, on Ctrl-C, and when this process is killed.
 */
public final class Platform implements AutoCloseable {
    /** For loopback, of no worth elsewhere. */
    public static final String APP1_TOKEN = "quickstart-app1-token";

    private static final String BROKER = "kafka";
    private static final Duration BROKER_DEADLINE = Duration.ofSeconds(60);

    private final Children children;
    private final Progress progress;
    private final Addresses addresses;
    private final OidcIssuer issuer;
    private final EntraEmulator entra;
    private final ScimApplication app1;
    private final MailServer mails;
    private final Gateway gateway;
    private final List<ServiceProcess> services;
    private @Nullable EmbeddedDatabase database;
    private @Nullable Path configuration;

    private Platform(World world, Addresses addresses, PrintStream out) {
        this.children = new Children();
        this.progress = new Progress(out);
        this.addresses = addresses;
        this.issuer = closing(OidcIssuer.start(addresses.of(Addresses.ISSUER), world.personas()));
        this.entra = closing(EntraEmulator.start(addresses.of(Addresses.ENTRA)));
        this.app1 = closing(ScimApplication.start(addresses.of(Addresses.APP1), APP1_TOKEN));
        this.mails =
                closing(
                        MailServer.start(
                                addresses.of(Addresses.SMTP), addresses.of(Addresses.MAILS)));
        this.gateway = closing(PublicPaths.serve(addresses));
        this.services =
                Arrays.stream(ServiceName.values())
                        .map(
                                service ->
                                        new ServiceProcess(
                                                children, service, addresses, progress::say))
                        .toList();
    }

    /** Returns when every service is ready. */
    public static Platform start(World world, Addresses addresses, PrintStream out) {
        Platform platform = new Platform(world, addresses, out);
        try {
            platform.startAll(world);
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startAll(World world) {
        RunFolder folder = closing(RunFolder.make());
        progress.say("starting broker and PostgreSQL; logs in " + folder.of("logs"));
        Child broker = children.start(broker(folder));
        Seeding.directory(entra, world);
        Seeding.application(new HttpCalls(APP1_TOKEN), app1.scimUrl(), world);
        database =
                closing(
                        EmbeddedDatabase.start(
                                new DatabaseSettings(
                                        folder.of("postgres"),
                                        folder.of("postgres-binaries"),
                                        addresses.of(Addresses.POSTGRES),
                                        ServiceSpecs.roles())));
        progress.say("PostgreSQL accepts connections");
        await(broker, Readiness.line("ready"));
        progress.say("the broker accepts connections; starting the five services");
        startServices(folder, world);
    }

    private void startServices(RunFolder folder, World world) {
        Path file = folder.write("ephor.yaml", ConfigurationText.of(world, entra, app1));
        configuration = file;
        ServiceSpecs specs = new ServiceSpecs(folder, addresses, issuer, entra, file);
        children.startTogether(Arrays.stream(ServiceName.values()).map(specs::of).toList());
        for (ServiceProcess service : services) {
            service.awaitReady();
            progress.say(service.name() + " is ready at " + service.url());
        }
    }

    private ChildSpec broker(RunFolder folder) {
        List<String> small =
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms64m",
                        "-Xmx256m",
                        "-XX:ReservedCodeCacheSize=64m");
        List<String> arguments =
                List.of(
                        folder.of("kafka").toString(),
                        String.valueOf(addresses.of(Addresses.KAFKA)));
        return new ChildSpec(
                BROKER,
                JavaProgram.ofThisClasspath(EmbeddedBroker.class, small, arguments).command(),
                Map.of(),
                folder.log(BROKER));
    }

    private void await(Child child, Readiness readiness) {
        try {
            new Waiting(BROKER_DEADLINE, progress::say).until(child, readiness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + child.name(), e);
        }
    }

    private <T extends AutoCloseable> T closing(T thing) {
        children.alsoClose(thing);
        return thing;
    }

    public EntraEmulator entra() {
        return entra;
    }

    public ScimApplication app1() {
        return app1;
    }

    public MailServer mails() {
        return mails;
    }

    /** The one address of all APIs. */
    public String url() {
        return gateway.url();
    }

    /** The ephor.yaml that the services were started with. */
    public Path configuration() {
        return Objects.requireNonNull(configuration);
    }

    public OidcIssuer issuer() {
        return issuer;
    }

    public Addresses addresses() {
        return addresses;
    }

    public ServiceProcess service(String name) {
        return services.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    public Requester requester(Person person, SignIn signIn) {
        return new Requester(gateway.url(), issuer.token(person.name(), signIn));
    }

    public Approver approver(Person person, SignIn signIn) {
        return new Approver(gateway.url(), issuer.token(person.name(), signIn));
    }

    public Eligibilities eligibilities(Person person, SignIn signIn) {
        return new Eligibilities(gateway.url(), issuer.token(person.name(), signIn));
    }

    public LogReader auditLog(Person person, SignIn signIn) {
        return new LogReader(gateway.url(), issuer.token(person.name(), signIn));
    }

    /**
     * What each process takes of the machine now; the emulators and this process's own load last.
     */
    public List<Usage> usages() {
        List<Usage> all = new ArrayList<>();
        for (Child child : children.all()) {
            Usage.of(child.name(), true, ProcessUsage.of(child.pid())).ifPresent(all::add);
        }
        Optional.ofNullable(database)
                .flatMap(d -> Usage.of("postgres", true, ProcessUsage.ofTree(d.pid())))
                .ifPresent(all::add);
        long self = ProcessHandle.current().pid();
        Usage.of("emulators and load", false, ProcessUsage.of(self)).ifPresent(all::add);
        return all;
    }

    @Override
    public void close() {
        children.close();
    }
}
