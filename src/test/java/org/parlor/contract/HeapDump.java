package org.parlor.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.GCRoot;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.JavaFrameGCRoot;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;
import org.netbeans.lib.profiler.heap.PrimitiveArrayInstance;
import org.netbeans.lib.profiler.heap.ThreadObjectGCRoot;

/** What was alive in a JVM. References that a garbage collection may clear, such as soft and weak ones, do not count. */
final class HeapDump {

    private final Heap heap;

    private HeapDump(Heap heap) {
        this.heap = heap;
    }

    static HeapDump read(Path file) throws IOException {
        return new HeapDump(HeapFactory.createHeap(file.toFile()));
    }

    /**
     * For each class loader that has a class of this name and is held: the shortest way to it, from the root of the heap, in
     * words such as {@code thread parlor-clock} or {@code java.lang.Thread.contextClassLoader}; for a thread's stack with what it does.
     */
    List<List<String>> waysToLoadersOf(String className) {
        Collection<?> classes = heap.getJavaClassesByRegExp(Pattern.quote(className));
        return classes.stream()
                .map(JavaClass.class::cast)
                .map(JavaClass::getClassLoader)
                .map(this::wayFromRoot)
                .filter(way -> !way.isEmpty())
                .toList();
    }

    private List<String> wayFromRoot(Instance held) {
        Deque<String> way = new ArrayDeque<>();
        Instance at = held;
        Instance holder = at.getNearestGCRootPointer();
        while (holder != null && !holder.equals(at)) {
            way.addFirst(reference(holder, at));
            at = holder;
            holder = at.getNearestGCRootPointer();
        }
        if (holder == null) {
            return List.of();
        }
        way.addFirst(root(heap.getGCRoot(at)));
        return List.copyOf(way);
    }

    private String reference(Instance holder, Instance held) {
        JavaClass itself = heap.getJavaClassByID(holder.getInstanceId());
        return itself == null
                ? field(holder.getFieldValues(), held)
                        .orElse(holder.getJavaClass().getName())
                : field(itself.getStaticFieldValues(), held).orElse("class " + itself.getName());
    }

    private static Optional<String> field(List<?> values, Instance held) {
        return values.stream()
                .filter(ObjectFieldValue.class::isInstance)
                .map(ObjectFieldValue.class::cast)
                .filter(value -> held.equals(value.getInstance()))
                .map(FieldValue::getField)
                .map(field -> field.getDeclaringClass().getName() + "." + field.getName())
                .findFirst();
    }

    private static String root(GCRoot root) {
        if (root instanceof ThreadObjectGCRoot thread) {
            return threadName(thread.getInstance());
        }
        return root instanceof JavaFrameGCRoot frame ? stack(frame.getThreadGCRoot()) : root.getKind();
    }

    private static String stack(ThreadObjectGCRoot thread) {
        return Stream.of(thread.getStackTrace())
                .map(call -> call.getClassName() + "." + call.getMethodName())
                .collect(Collectors.joining(" < ", "stack of " + threadName(thread.getInstance()) + ": ", ""));
    }

    private static String threadName(Instance thread) {
        Instance name = (Instance) thread.getValueOfField("name");
        List<?> bytes = ((PrimitiveArrayInstance) name.getValueOfField("value")).getValues();
        return bytes.stream()
                .map(value -> Character.toString(Byte.parseByte((String) value)))
                .collect(Collectors.joining("", "thread ", ""));
    }
}
