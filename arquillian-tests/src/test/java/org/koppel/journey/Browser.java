package org.koppel.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.htmlunit.BrowserVersion;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.WebClient;
import org.htmlunit.javascript.SilentJavaScriptErrorListener;
import org.koppel.run.DirectoryTree;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person's browser, with an empty profile: Debian's Chromium where it is installed, else HtmlUnit. The system property
 * {@code koppel.browser} forbids the latter ({@code chromium}) or prefers it ({@code htmlunit}).
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    /** Chromium leaves much behind; it is removed at the end. */
    private static final Path TEMPORARY = temporary();

    private static final boolean REAL = findReal();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BLOCKED = 2;
    private static final int MOST_TABS = 300;
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        DEVTOOLS.setLevel(Level.SEVERE); // it misses a version of DevTools that nobody here uses
    }

    private final WebDriver driver;

    private Browser(WebDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        return new Browser(REAL ? chromium(true) : new Simulated(true));
    }

    /**
     * One that looks at page after page. It draws in the page's own thread, a fifth less work; what is pressed may take effect after the press, so what
     * follows a press waits for what it brings.
     */
    static Browser lookingAround() {
        return new Browser(
                REAL
                        ? chromium(true, "--disable-threaded-animation", "--disable-threaded-compositing")
                        : new Simulated(true));
    }

    /** One that runs no script. */
    static Browser withoutJavaScript() {
        return new Browser(REAL ? chromium(false) : new Simulated(false));
    }

    /** Whether it is Chromium; what only shows in a real layout cannot be judged otherwise. */
    static boolean isReal() {
        return REAL;
    }

    private static Path temporary() {
        try {
            Path made = Files.createTempDirectory(
                    "koppel-chromium"); // not below target: Chromium's sockets need a short path
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(made)));
            return made;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static void clear(Path directory) {
        try {
            DirectoryTree.delete(directory);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Chromium's files stay in " + directory + ": " + e.getMessage());
        }
    }

    private static boolean findReal() {
        String wanted = System.getProperty("koppel.browser", "");
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER);
        if (!there && wanted.equals("chromium")) {
            throw new IllegalStateException("No " + CHROMIUM + " or " + CHROMEDRIVER
                    + ": install the packages chromium and chromium-driver, or leave koppel.browser out");
        }
        boolean real = there && !wanted.equals("htmlunit");
        System.out.println("Browser of the journeys: " + (real ? "Chromium (" + CHROMIUM + ")" : "HtmlUnit"));
        return real;
    }

    private static WebDriver chromium(boolean scripts, String... more) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--window-size=1280,1000",
                "--lang=en",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        options.addArguments(more);
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // Chromium's own sandbox does not start as root
        }
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        "en",
                        "profile.managed_default_content_settings.javascript",
                        scripts ? 1 : BLOCKED));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile()) // so that nothing is looked for in the network
                .usingAnyFreePort()
                .withEnvironment(Map.of("TMPDIR", TEMPORARY.toString()))
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }

    /** HtmlUnit. It does not understand htmx and goes on without it, as the shop's pages do. */
    private static final class Simulated extends HtmlUnitDriver {
        private Simulated(boolean scripts) {
            super(BrowserVersion.CHROME, scripts);
        }

        @Override
        protected WebClient modifyWebClient(WebClient client) {
            client.getOptions().setThrowExceptionOnScriptError(false);
            client.getOptions().setThrowExceptionOnFailingStatusCode(false);
            client.setJavaScriptErrorListener(new SilentJavaScriptErrorListener());
            client.setCssErrorHandler(new SilentCssErrorHandler());
            return client;
        }
    }

    WebDriver driver() {
        return driver;
    }

    Browser go(URI address) {
        driver.get(address.toString());
        return this;
    }

    /** What is on the page, waiting until it is there. */
    WebElement see(String cssSelector) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(cssSelector)));
    }

    /** Waits until it is not on the page any more. */
    Browser gone(String cssSelector) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> cssSelector + " is still there")
                .until(browser ->
                        browser.findElements(By.cssSelector(cssSelector)).isEmpty());
        return this;
    }

    /** The visible text of an element, waiting until it contains the given one. */
    String read(String cssSelector, String containing) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(cssSelector), containing));
        return see(cssSelector).getText();
    }

    /** Waits until a field holds this number: the page that is being left may still show a field of this name. */
    Browser shows(String cssSelector, BigDecimal number) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> cssSelector + " does not hold " + number)
                .until(browser -> new BigDecimal(see(cssSelector).getAttribute("value")).compareTo(number) == 0);
        return this;
    }

    /** The page that is being left may still show a field of this name: it is typed into the one that stays. */
    Browser type(String cssSelector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(browser -> {
                    WebElement field = see(cssSelector);
                    field.clear();
                    field.sendKeys(text);
                    return true;
                });
        return this;
    }

    Browser press(String cssSelector) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(browser -> {
                    WebElement button = ExpectedConditions.elementToBeClickable(By.cssSelector(cssSelector))
                            .apply(browser);
                    if (button != null) {
                        button.click();
                    }
                    return button != null;
                });
        return this;
    }

    /** Goes on by the tab key until the focus is there. @throws AssertionError when it never comes there */
    Browser tabTo(String cssSelector) {
        return tab(cssSelector, Keys.TAB);
    }

    /** The same backwards. */
    Browser tabBackTo(String cssSelector) {
        return tab(cssSelector, Keys.chord(Keys.SHIFT, Keys.TAB));
    }

    private Browser tab(String cssSelector, CharSequence key) {
        see(cssSelector);
        for (int i = 0; i < MOST_TABS; i++) {
            keys(key);
            if (driver.switchTo().activeElement().equals(see(cssSelector))) {
                return this;
            }
        }
        throw new AssertionError("The tab key does not lead to " + cssSelector);
    }

    /** Types where the focus is. */
    Browser keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Where the link that has the focus leads. */
    String focused() {
        return driver.switchTo().activeElement().getDomAttribute("href");
    }

    /** From here on in a frame of the page. */
    Browser into(String frameSelector) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(By.cssSelector(frameSelector)));
        return this;
    }

    /** From here on in the page itself. */
    Browser out() {
        driver.switchTo().defaultContent();
        return this;
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String source() {
        return driver.getPageSource();
    }

    @Override
    public void close() throws IOException {
        driver.quit();
    }
}
