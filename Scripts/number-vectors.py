#!/usr/bin/env python3
"""Writes Tests/ModelTests/Vectors/numbers.txt: what exact decimals must give, by Python's decimal.

Each line is `operation operand… = result`; a result that starts with `!` is a fault. The seed is
fixed: the same script writes the same file. Run it from the top of the repository.
"""
import decimal
import random
from decimal import Decimal as D

PRECISION = 34
random.seed(20260101)

# decimal128 itself, and a context wide enough to be exact, or nearly, before the one rounding.
small = decimal.Context(
    prec=PRECISION, rounding=decimal.ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=1, traps=[])
wide = decimal.Context(
    prec=250, rounding=decimal.ROUND_HALF_EVEN, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX,
    traps=[decimal.InvalidOperation])
decimal.setcontext(wide)

lines = []
seen = set()


def shown(value):
    """A number as the reader of the vectors takes it: coefficient and exponent."""
    sign, digits, exponent = value.as_tuple()
    text = ("-" if sign else "") + "".join(map(str, digits))
    return text if exponent == 0 else f"{text}E{exponent}"


def emit(operation, operands, result):
    if isinstance(result, D):
        if result.is_infinite():
            result = "!overflow"
        elif result.is_nan():
            result = "!domain"
        else:
            result = "0" if result == 0 else shown(small.normalize(result))
    words = [operation] + [shown(o) if isinstance(o, D) else str(o) for o in operands]
    line = " ".join(words) + " = " + str(result)
    if line not in seen:
        seen.add(line)
        lines.append(line)


def number(coefficient, exponent=0):
    return D(coefficient).scaleb(exponent, wide) if coefficient else D(0)


def digits(count):
    return random.randrange(10 ** (count - 1), 10**count)


def signed(value):
    return value if random.random() < 0.6 else -value


def anything():
    """Numbers of every kind, those of daily use more often."""
    kind = random.randrange(8)
    if kind == 0:
        return signed(number(random.randrange(0, 1000)))
    if kind == 1:
        return signed(number(random.randrange(0, 10**9), -2))
    if kind == 2:
        return signed(number(digits(random.randint(1, 34)), random.randint(-40, 10)))
    if kind == 3:
        return signed(number(digits(34), random.randint(-36, 2)))
    if kind == 4:
        return signed(number(digits(random.randint(1, 34)), random.randint(-6176, 6111)))
    if kind == 5:
        return signed(number(10 ** random.randint(1, 34) - random.randint(0, 2),
                             random.randint(-40, 10)))
    if kind == 6:
        return signed(number(10 ** random.randint(0, 33) + random.randint(0, 2),
                             random.randint(-40, 10)))
    return signed(number(digits(random.randint(1, 6)), random.randint(-4, 30)))


EDGES = [
    D(0), D(1), D(-1), D("0.1"), D(10), D(10**34 - 1), number(10**34 - 1, 6111),
    number(1, -6176), number(1, -6143), number(10**34 - 1, -6176), number(5, -6176),
    number(1, 6144), number(-1, 6111), D(2), D(5), D("0.5"), D(3), D(7), number(10**33),
]


def add(x, y):
    emit("add", [x, y], small.add(x, y))
    emit("sub", [x, y], small.subtract(x, y))


def multiply(x, y):
    emit("mul", [x, y], small.multiply(x, y))


def divide(x, y):
    emit("div", [x, y], "!zero" if y == 0 else small.divide(x, y))


def compare(x, y):
    emit("cmp", [x, y], "<" if x < y else ">" if x > y else "=")


def modulo(x, y):
    if y == 0:
        return emit("mod", [x, y], "!zero")
    lowest = min(x.as_tuple().exponent, y.as_tuple().exponent)

    def scaled(v):
        sign, ds, exponent = v.as_tuple()
        whole = int("".join(map(str, ds))) * 10 ** (exponent - lowest)
        return -whole if sign else whole

    rest = scaled(x) % scaled(y)  # Python's own: the divisor's sign, as FEEL has it
    exact = decimal.Context(prec=13000, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX)
    emit("mod", [x, y], small.plus(exact.scaleb(D(rest), lowest)))


def power(x, y):
    if y == 0:
        return emit("pow", [x, y], D(1))  # decimal leaves 0 ** 0 undefined; IEEE 754 pown is 1
    if x == 0 and y < 0:
        return emit("pow", [x, y], "!zero")
    if x < 0 and y != y.to_integral_value():
        return emit("pow", [x, y], "!domain")
    if x != 0 and abs(x) != 1 and abs(y) > D(10) ** 12:
        # The wide context would take too long; the double logarithm decides these.
        growth = (abs(x) > 1) == (y > 0)
        if abs(abs(x).log10(wide) * y) > 7000:
            return emit("pow", [x, y], "!overflow" if growth else D(0))
    emit("pow", [x, y], small.plus(wide.power(x, y)))


def tie(x, gap):
    """A number that makes x + it the middle between two numbers of 34 digits, or just beside."""
    lowest = x.as_tuple().exponent
    half = number(5, lowest - 1)
    return half + random.choice([D(0), number(1, lowest - 1 - gap), -number(1, lowest - 1 - gap)])


def sums():
    for x in EDGES:
        for y in EDGES:
            add(x, y)
            compare(x, y)
    for _ in range(500):
        add(anything(), anything())
        compare(anything(), anything())
    for _ in range(120):  # halves at the 34th digit, with and without something below
        x = number(digits(34), random.randint(-60, 20))
        y = tie(x, random.randint(1, 32))
        add(signed(x), signed(y))
    for _ in range(80):  # carries through all digits, and borrows
        x = number(10 ** random.randint(1, 34) - 1, random.randint(-10, 10))
        add(x, number(random.choice([1, 4, 5, 6, 9, 49, 51]), random.randint(-45, 10)))
        y = number(10**33, random.randint(-10, 10))
        add(y, number(-random.choice([1, 4, 5, 6, 9, 49, 50, 51]), random.randint(-50, 5)))
    for _ in range(80):  # cancellation
        x = number(digits(34), random.randint(-10, 10))
        y = x + number(random.choice([-1, 1, 5, -10, 0]), x.as_tuple().exponent)
        add(x, -y)
        if len(y.as_tuple().digits) <= PRECISION:
            compare(x, y)
            compare(-x, -y)
    for _ in range(80):  # gaps about as wide as the precision, and huge ones
        x = signed(number(digits(random.randint(1, 34)), 0))
        add(x, signed(number(digits(random.randint(1, 34)), -random.randint(28, 75))))
        add(x, signed(number(digits(3), random.choice([-6176, -3000, 3000, 6100]))))
    for _ in range(60):  # equal by value, apart in form
        coefficient, zeros = digits(random.randint(1, 20)), random.randint(1, 14)
        compare(number(coefficient), number(coefficient * 10**zeros, -zeros))
        compare(number(coefficient), number(coefficient * 10**zeros + 1, -zeros))


def products():
    for x in EDGES:
        for y in EDGES:
            multiply(x, y)
            divide(x, y)
    for _ in range(500):
        multiply(anything(), anything())
        divide(anything(), anything())
    for _ in range(80):  # 35 digits that end in 5
        odd = digits(33) * 10 + random.choice([1, 3, 7, 9])
        multiply(signed(number(odd, random.randint(-9, 9))), signed(D(5)))
        multiply(number(odd), number(random.choice([15, 25, 35, 45, 105]), -1))
    for _ in range(80):  # quotients that end in 5 at the 35th digit, and just beside
        quotient = digits(34) * 10 + 5
        coefficient = quotient * 2
        while coefficient % 10 == 0:
            coefficient //= 10
        if coefficient < 10**34:
            divide(number(coefficient), D(2))
            divide(number(coefficient + 1), D(2))
        divisor = digits(random.randint(1, 34))
        divide(number(10**34 - 1), number(divisor))
        divide(number(10**33), number(divisor))
        divide(D(1), number(divisor, random.randint(-40, 10)))
    for _ in range(80):  # the two ends of the exponent range
        multiply(number(digits(random.randint(1, 34)), random.randint(-3120, -3060)),
                 signed(number(digits(random.randint(1, 34)), random.randint(-3120, -3060))))
        multiply(number(digits(random.randint(1, 34)), random.randint(3040, 3080)),
                 number(digits(random.randint(1, 34)), random.randint(3040, 3080)))
        divide(number(digits(random.randint(1, 34)), random.randint(-6176, -6130)),
               number(digits(random.randint(1, 34)), random.randint(-5, 25)))
        divide(number(digits(random.randint(1, 34)), random.randint(6080, 6111)),
               number(digits(random.randint(1, 5)), random.randint(-40, 1)))
        add(number(digits(34), 6111), number(digits(34), 6111))


def remainders():
    for x in EDGES:
        for y in EDGES[:14]:
            modulo(x, y)
    for x in (D(12), D(-12), D("10.1"), D("-10.1")):
        for y in (D(5), D(-5), D("4.5"), D("-4.5")):
            modulo(x, y)
    for _ in range(250):
        modulo(anything(), anything())
    for _ in range(80):
        modulo(signed(number(digits(34), random.randint(-5, 300))),
               signed(number(digits(random.randint(1, 34)), random.randint(-30, 5))))
        whole = signed(number(digits(10)))
        modulo(whole * random.randint(1, 10**6), whole)


MODES = {
    "floor": decimal.ROUND_FLOOR, "ceiling": decimal.ROUND_CEILING, "up": decimal.ROUND_UP,
    "down": decimal.ROUND_DOWN, "halfUp": decimal.ROUND_HALF_UP,
    "halfDown": decimal.ROUND_HALF_DOWN, "halfEven": decimal.ROUND_HALF_EVEN,
}


def roundings():
    exact = decimal.Context(prec=13000, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX)

    def emit_all(x, scale):
        for name, mode in MODES.items():
            context = exact.copy()
            context.rounding = mode
            value = x
            if -scale > x.as_tuple().exponent:
                value = x.quantize(D(1).scaleb(-scale, exact), context=context)
            emit("round", [name, x, scale], small.plus(value))

    for text in ("2.5", "3.5", "-2.5", "-3.5", "2.50", "2.51", "2.49", "0.5", "-0.5", "0.05",
                 "1E-50", "-1E-6176", "123456", "-150", "9.995", "99.5", "0"):
        for scale in (-3, -2, 0, 1, 2):
            emit_all(D(text), scale)
    for _ in range(60):
        emit_all(anything(), random.randint(-8, 8))
    for _ in range(30):
        x = signed(number(digits(random.randint(1, 34)), random.randint(-60, 20)))
        emit_all(x, -x.as_tuple().exponent - random.randint(0, 45))


def functions():
    def root(x):
        emit("sqrt", [x], small.sqrt(x) if x >= 0 else "!domain")

    def exponential(x):
        emit("exp", [x], small.exp(x))

    def logarithm(x):
        emit("ln", [x], small.ln(x) if x > 0 else "!domain")

    for x in EDGES:
        root(x)
        exponential(x)
        logarithm(x)
    for _ in range(150):
        root(abs(anything()))
        logarithm(abs(anything()))
    for _ in range(60):  # squares, and their neighbours
        base = digits(random.randint(1, 17))
        exponent = 2 * random.randint(-20, 5)
        root(number(base * base, exponent))
        if base > 1:
            root(number(base * base - 1, exponent))
            root(number(base * base + 1, exponent + 1))
    for _ in range(200):
        exponential(signed(number(digits(random.randint(1, 34)), 0)
                           .scaleb(-random.randint(30, 40), wide)))
        exponential(signed(number(digits(random.randint(1, 5)), random.randint(-3, 0))))
    for text in ("14149.3", "14149.4", "14149.3852", "14149.39", "-14149", "-14220", "-14222.7",
                 "-14223", "-14300", "15001", "-15001", "1000000", "-1000000", "1E-34", "-1E-34",
                 "5E-35", "1E-33", "4.9E-34", "2.302585092994045684017991454684364",
                 "2.302585092994045684017991454684365", "1E-6000", "-1E-45", "1E+10"):
        exponential(D(text))
    for k in range(1, 34):  # close to 1, where the logarithm is close to nothing
        logarithm(number(10**k + 1, -k))
        logarithm(number(10**k - 1, -k))
    for k in (-6176, -6143, -100, -1, 1, 2, 33, 100, 6144):
        logarithm(number(1, k))


def powers():
    for x in EDGES:
        for y in (D(0), D(1), D(2), D(-1), D(-2), D(3), D("0.5"), D("-0.5"), D(100), D(-7)):
            power(x, y)
    for _ in range(200):
        power(signed(number(digits(random.randint(1, 34)), random.randint(-33, 0))),
              D(random.randint(-30, 30)))
    for _ in range(100):  # interest: little more than 1, many times
        power(1 + number(digits(random.randint(1, 5)), -random.randint(3, 7)),
              D(random.choice([12, 30, 120, 365, 3650, 100000])))
    for _ in range(150):
        power(number(digits(random.randint(1, 34)), random.randint(-34, 3)),
              signed(number(digits(random.randint(1, 20)), -random.randint(1, 20))))
    for base in range(2, 40):  # roots that come out even, and powers of such
        power(D(base * base), D("0.5"))
        power(D(base**4), D("0.25"))
        power(D(base * base), D("-1.5"))
        power(number(base * base, -2), D("2.5"))
        power(number(base**5, -5), D("0.2"))
    for k in range(30, 120):  # powers of 2 and 5 about where 34 digits end
        power(D(2), D(k))
        power(D(2), D(-k))
        power(D(5), D(k // 2))
        power(D(-5), D(-k // 2))
    for x, y in (("10", "6144"), ("10", "6145"), ("10", "-6176"), ("10", "-6177"), ("2", "20000"),
                 ("2", "30000"), ("0.5", "20500"), ("0.5", "30000"), ("-2", "20001"),
                 ("-3", "12345"), ("-1", "1000001"), ("-1", "1E+40"), ("1", "1E+6000"),
                 ("1.0000000000000000000000000000000001", "1E+33"), ("1.000000001", "1E+9"),
                 ("0.9999999999999999999999999999999999", "1E+36"), ("10", "0.5"),
                 ("1.000000000000000000000000000000001", "-123456789012345678901234567890123"),
                 ("1E+6000", "0.001"), ("1E-6000", "0.5"), ("7", "1E-50"), ("-7", "1E+50"),
                 ("0.7", "-1E+50"), ("0.7", "1E+50"), ("3", "1E-34"), ("-8", "1E-1"),
                 ("999999999999999999999999999999999E+5000", "1.1"), ("2", "0.33333333333333")):
        power(small.create_decimal(x), small.create_decimal(y))


def texts():
    def plain_or_scientific(value):
        if value == 0:
            return "0"
        sign, ds, exponent = value.normalize(wide).as_tuple()
        text = "".join(map(str, ds))
        plain = format(abs(value.normalize(wide)), "f")
        if len(plain) > 40:
            place = exponent + len(text) - 1
            plain = text[0] + ("." + text[1:] if len(text) > 1 else "") + f"E{place:+d}"
        return ("-" if sign else "") + plain

    def text(literal):
        emit("text", [literal], plain_or_scientific(small.create_decimal(literal)))

    for literal in ("0", "-0", "0.000", "-0.00", "0E+5", "1.0", "1.00", "100", "1E+2", "007",
                    "-12.340", "0.5", ".5", "-.50", "1e39", "1e40", "1e-38", "1e-39", "12E-40",
                    "9999999999999999999999999999999999", "9.99e6144", "1e-6176", "1E6144",
                    "1" + "0" * 50, "0." + "0" * 50 + "1", "+5", "+1e+3",
                    "1." + "0" * 60, "12345678901234567890123456789012340000.000"):
        text(literal)
    for _ in range(200):
        text(shown(anything()))


def literals():
    """Literals with more digits than a number has: what is read, after rounding."""
    for _ in range(150):
        count = random.randint(35, 60)
        whole = str(digits(count))
        if random.random() < 0.5:
            whole = whole[:34] + random.choice(["5", "50", "500", "4999", "5001", "49"]) \
                + "0" * random.randint(0, 8) + random.choice(["", "1"])
        point = random.randint(1, len(whole))
        literal = whole[:point] + ("." + whole[point:] if point < len(whole) else "")
        value = small.create_decimal(literal)
        if value != D(literal):
            emit("cut", [literal], value)


for part in (sums, products, remainders, roundings, functions, powers, texts, literals):
    part()

with open("Tests/ModelTests/Vectors/numbers.txt", "w", encoding="ascii", newline="\n") as file:
    file.write("# Written by Scripts/number-vectors.py; not by hand.\n")
    file.write("\n".join(lines) + "\n")
print(len(lines), "vectors")
