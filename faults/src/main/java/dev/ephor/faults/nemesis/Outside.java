package dev.ephor.faults.nemesis;

import dev.ephor.faults.load.ClientLog;
import dev.ephor.faults.load.Moments;
import dev.ephor.faults.nemesis.Misfortune.Failing;
import dev.ephor.faults.nemesis.Misfortune.Place;
import dev.ephor.quickstart.http.FaultRule;
import dev.ephor.quickstart.http.Faults;
import dev.ephor.quickstart.platform.Platform;
import java.util.Locale;

/** The directory and App1, which can be told to fail. */
record Outside(Platform platform, ClientLog log, Moments moments) {
    /** What goes wrong before they work again. */
    @FunctionalInterface
    interface Besides {
        void happen() throws InterruptedException;
    }

    void fail(Failing failing, Besides besides) throws InterruptedException {
        var happening = new Happening(failing.name(), where(failing), "OUTSIDE");
        Faults faults = faults(failing.place());
        faults.add(rule(failing));
        moments.pause(failing.time());
        besides.happen();
        faults.clear();
        happening.over();
        log.write(happening.line());
    }

    private Faults faults(Place place) {
        return place == Place.DIRECTORY ? platform.entra().faults() : platform.app1().faults();
    }

    private static FaultRule rule(Failing failing) {
        String path = failing.place() == Place.DIRECTORY ? "/groups/" : "/Groups";
        return FaultRule.always("", path, failing.fault());
    }

    private static String where(Failing failing) {
        return failing.place().name().toLowerCase(Locale.ROOT);
    }
}
