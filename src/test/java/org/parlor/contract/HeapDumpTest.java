package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads why an application is held must see what to mend. */
class HeapDumpTest {

    /** What an application would have. */
    static final class Stranger {}

    @Test
    void aLoaderThatAThreadHoldsIsToldWithWhatTheThreadDoes(@TempDir Path folder) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> hold(held, end), "parlor-example");
        thread.start();
        try {
            held.await();
            Path file = folder.resolve("test.hprof");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
            List<List<String>> ways = HeapDump.read(file).waysToLoadersOf(Stranger.class.getName());
            assertThat(ways).extracting(way -> way.get(0)).anySatisfy(root -> assertThat(root)
                    .startsWith("stack of thread parlor-example: ")
                    .contains("CountDownLatch.await < " + HeapDumpTest.class.getName() + ".hold < "));
        } finally {
            end.countDown();
            thread.join();
        }
    }

    private static void hold(CountDownLatch held, CountDownLatch end) {
        URL here = Stranger.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {here}, null)) {
            Object stranger = loader.loadClass(Stranger.class.getName());
            held.countDown();
            end.await();
            assertThat(stranger).isNotNull();
        } catch (ReflectiveOperationException | InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
