package org.koppel.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are prepared on the connections of a data source; a batch counts once. */
public final class CountedStatements {
    private final AtomicInteger count = new AtomicInteger();
    private final DataSource source;

    public CountedStatements(DataSource counted) {
        source = proxy(DataSource.class, (method, arguments) -> {
            Object answer = call(counted, method, arguments);
            return answer instanceof Connection connection ? counted(connection) : answer;
        });
    }

    /** The data source to work with. */
    public DataSource source() {
        return source;
    }

    /** How many statements the work takes. */
    public int of(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                count.incrementAndGet();
            }
            return call(connection, method, arguments);
        });
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
