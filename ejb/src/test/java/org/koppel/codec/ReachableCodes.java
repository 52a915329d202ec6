package org.koppel.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The codes that can come out of a method, by its byte code: the constants of all codec methods that can be called from it. A method of
 * a type is looked for in those classes that are made on the way (rapid type analysis). What a condition at run time rules out is found
 * nevertheless.
 */
final class ReachableCodes {
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)+");
    private static final String CODECS = "org/koppel/codec/";
    private static final Map<String, Map<String, Body>> CLASSES = new HashMap<>();

    /** What a method holds: texts that look like codes, methods {@code owner.name(parameters)type}, classes it makes. */
    private record Body(Set<String> texts, Set<Call> calls, Set<String> made) {
        Body() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    private record Call(String owner, String name) {}

    private final Set<String> found = new TreeSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<Call> wanted = new HashSet<>();
    private final Set<Call> seen = new HashSet<>();
    private final Deque<Call> open = new ArrayDeque<>();

    private ReachableCodes() {}

    /** @param methods of the type, by their names */
    static Set<String> of(Class<?> type, String... methods) {
        ReachableCodes codes = new ReachableCodes();
        String owner = Type.getInternalName(type);
        codes.make(owner);
        for (String method : methods) {
            for (String name : methods(owner).keySet()) {
                if (name.startsWith(method + "(")) {
                    codes.call(new Call(owner, name));
                }
            }
        }
        codes.walk();
        return codes.found;
    }

    private void walk() {
        while (!open.isEmpty()) {
            Body body = methods(open.peek().owner()).get(open.pop().name());
            found.addAll(body.texts());
            body.made().forEach(this::make);
            body.calls().forEach(this::call);
        }
    }

    /** From now on, what is called of its supertypes may be its own; Java itself may call what it overrides. */
    private void make(String type) {
        if (!type.startsWith(CODECS) || !made.add(type)) {
            return;
        }
        Class<?> made = load(type);
        wanted.stream()
                .filter(c -> load(c.owner()).isAssignableFrom(made))
                .toList()
                .forEach(c -> enter(type, c.name()));
        for (Class<?> t : supertypes(made)) {
            if (!Type.getInternalName(t).startsWith(CODECS)) {
                for (var method : t.getMethods()) {
                    enter(type, method.getName() + Type.getMethodDescriptor(method));
                }
            }
        }
    }

    private void call(Call call) {
        if (!call.owner().startsWith(CODECS) || !wanted.add(call)) {
            return;
        }
        enter(call.owner(), call.name());
        Class<?> owner = load(call.owner());
        List.copyOf(made).stream().filter(m -> owner.isAssignableFrom(load(m))).forEach(m -> enter(m, call.name()));
    }

    /** The method as the class has it, itself or from above. */
    private void enter(String type, String name) {
        for (Class<?> t : supertypes(load(type))) {
            String owner = Type.getInternalName(t);
            if (owner.startsWith(CODECS) && methods(owner).containsKey(name)) {
                Call call = new Call(owner, name);
                if (seen.add(call)) {
                    open.add(call);
                }
                return;
            }
        }
    }

    private static List<Class<?>> supertypes(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            all.add(t);
        }
        for (int i = 0; i < all.size(); i++) {
            all.addAll(List.of(all.get(i).getInterfaces()));
        }
        return all;
    }

    private static Class<?> load(String type) {
        try {
            return Class.forName(type.replace('/', '.'), false, ReachableCodes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Body> methods(String type) {
        return CLASSES.computeIfAbsent(type, ReachableCodes::read);
    }

    private static Map<String, Body> read(String type) {
        Map<String, Body> methods = new HashMap<>();
        try (InputStream in = ReachableCodes.class.getResourceAsStream('/' + type + ".class")) {
            new ClassReader(in).accept(new Methods(methods), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }

    private static final class Methods extends ClassVisitor {
        private final Map<String, Body> all;
        private boolean ofEnum;

        Methods(Map<String, Body> all) {
            super(Opcodes.ASM9);
            this.all = all;
        }

        @Override
        public void visit(int version, int access, String name, String generic, String above, String[] interfaces) {
            ofEnum = (access & Opcodes.ACC_ENUM) != 0;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            if (Modifier.isAbstract(access)) {
                return null;
            }
            Body body = new Body();
            all.put(name + type, body);
            return new Instructions(body, ofEnum && name.equals("<clinit>"));
        }
    }

    private static final class Instructions extends MethodVisitor {
        private final Body body;
        private final boolean names;

        /** @param names whether the texts are names of an enum's constants only */
        Instructions(Body body, boolean names) {
            super(Opcodes.ASM9);
            this.body = body;
            this.names = names;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text && !names) {
                text(text);
            }
        }

        private void text(String text) {
            if (CODE.matcher(text).matches()) {
                body.texts().add(text);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                body.made().add(type);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            if (opcode == Opcodes.GETSTATIC) {
                body.calls().add(new Call(owner, "<clinit>()V"));
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean ofInterface) {
            body.calls().add(new Call(owner, name + type));
            if (owner.startsWith(CODECS) && name.equals("name") && load(owner).isEnum()) {
                Stream.of(load(owner).getEnumConstants()).map(Object::toString).forEach(this::text);
            }
            if (opcode == Opcodes.INVOKESTATIC) {
                body.calls().add(new Call(owner, "<clinit>()V"));
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    body.calls().add(new Call(handle.getOwner(), handle.getName() + handle.getDesc()));
                    if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                        body.made().add(handle.getOwner());
                    }
                }
            }
        }
    }
}
