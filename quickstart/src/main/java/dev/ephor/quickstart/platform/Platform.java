package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.audit.LogReader;
import dev.ephor.quickstart.client.Approver;
import dev.ephor.quickstart.client.Eligibilities;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Responder;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.gateway.Gateway;
import dev.ephor.quickstart.issuer.OidcIssuer;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.ProcessUsage;
import dev.ephor.quickstart.signals.SignalProducer;
import dev.ephor.quickstart.smtp.MailServer;
import dev.ephor.quickstart.world.ConfigurationText;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything on one machine: a broker and the services as processes of their own, PostgreSQL, and
 * in this process the issuer, the directory, App1, a mail server and the gateway. Whatever was
 * started ends with {@link #close}, on Ctrl-C, and when this process is killed.
 */
public final class Platform implements AutoCloseable {
    /** For loopback, of no worth elsewhere. */
    public static final String APP1_TOKEN = "quickstart-app1-token";

    private final Children children;
    private final Progress progress;
    private final Addresses addresses;
    private final Surroundings around;
    private final Gateway gateway;
    private final List<ServiceProcess> services;
    private @Nullable DatabaseProcess database;
    private @Nullable Ground ground;
    private @Nullable Path configuration;

    private Platform(Setup setup, PrintStream out) {
        this.children = new Children();
        this.progress = new Progress(out);
        this.addresses = setup.addresses();
        this.around = Surroundings.start(setup.world(), addresses, children);
        this.gateway = children.closing(PublicPaths.serve(addresses));
        this.services =
                setup.services().stream()
                        .sorted()
                        .map(
                                service ->
                                        new ServiceProcess(
                                                children, service, addresses, progress::say))
                        .toList();
    }

    /** Returns when every service is ready. */
    public static Platform start(Setup setup, PrintStream out) {
        Platform platform = new Platform(setup, out);
        try {
            platform.startAll(setup);
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startAll(Setup setup) {
        RunFolder folder = children.closing(RunFolder.make());
        progress.say("starting broker and PostgreSQL; logs in " + folder.of("logs"));
        Ground beneath = Ground.begin(folder, addresses, children, progress);
        ground = beneath;
        around.know(setup);
        database = children.closing(beneath.database(ServiceSpecs.roles(setup.services())));
        progress.say("PostgreSQL accepts connections");
        beneath.broker().awaitReady();
        progress.say("the broker accepts connections; starting " + services.size() + " services");
        startServices(folder, setup);
    }

    private void startServices(RunFolder folder, Setup setup) {
        Path file =
                folder.write("ephor.yaml", ConfigurationText.of(setup.world(), entra(), app1()));
        configuration = file;
        ServiceSpecs specs = new ServiceSpecs(folder, setup, issuer(), entra(), file);
        children.startTogether(setup.services().stream().map(specs::of).toList());
        for (ServiceProcess service : services) {
            service.awaitReady();
            progress.say(service.name() + " is ready at " + service.url());
        }
    }

    public EntraEmulator entra() {
        return around.entra();
    }

    public ScimApplication app1() {
        return around.app1();
    }

    public MailServer mails() {
        return around.mails();
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
        return around.issuer();
    }

    public Addresses addresses() {
        return addresses;
    }

    public ServiceProcess service(String name) {
        return services.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    public BrokerProcess broker() {
        return Objects.requireNonNull(ground).broker();
    }

    public DatabaseProcess database() {
        return Objects.requireNonNull(database);
    }

    /** Where membership-service keeps its windows on disk. */
    public Path windows() {
        return ServiceSpecs.windows(Objects.requireNonNull(ground).folder());
    }

    public Requester requester(Person person, SignIn signIn) {
        return new Requester(gateway.url(), issuer().token(person.name(), signIn));
    }

    public Approver approver(Person person, SignIn signIn) {
        return new Approver(gateway.url(), issuer().token(person.name(), signIn));
    }

    public Eligibilities eligibilities(Person person, SignIn signIn) {
        return new Eligibilities(gateway.url(), issuer().token(person.name(), signIn));
    }

    public Responder responder() {
        return new Responder(gateway.url(), issuer().token(World.RESPONDER.name(), SignIn.MFA));
    }

    /** Another system that sends signals, with a key that the services know. */
    public SignalProducer signals() {
        return new SignalProducer("127.0.0.1:" + addresses.of(Addresses.KAFKA));
    }

    public LogReader auditLog(Person person, SignIn signIn) {
        return new LogReader(gateway.url(), issuer().token(person.name(), signIn));
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
