package dev.ephor.testing.whole;

import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.Setup;

/**
 * One platform for all tests of the whole, started by the first that needs it and ended with the
 * JVM.
 */
final class SharedPlatform {
    private static Platform platform;

    private SharedPlatform() {}

    static synchronized Platform get() {
        if (platform == null) {
            platform = Platform.start(Setup.whole(SdkWorld.world(), Addresses.free()), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform"));
        }
        return platform;
    }
}
