"""How much consensus small groups reach by chance.

If everyone answered at random, each answer as likely as the next, consensus would stay at or below these limits in
95 of 100 groups (the smallest value whose cumulative probability is at least .95). Found by enumerating every way
in which n answers can fall on the options, weighted by its multinomial probability, and rounded up in the fourth
decimal. The test of this module repeats the enumeration.
"""

from __future__ import annotations

SMALLEST_GROUP = 5
LARGEST_GROUP = 30

# fmt: off
CONSENSUS_LIMITS: dict[int, tuple[float, ...]] = {
    2: (
        1.0000, 0.3500, 0.4084, 0.4565, 0.2358, 0.2781, 0.3160, 0.1888, 0.2207, 0.2505, 0.1634, 0.1888, 0.1261,
        0.1476, 0.1686, 0.1188, 0.1369, 0.1547, 0.1135, 0.1292, 0.0957, 0.1096, 0.1233, 0.0941, 0.1065, 0.0818,
    ),
    3: (
        0.7311, 0.6667, 0.6591, 0.6101, 0.6266, 0.6000, 0.5883, 0.5555, 0.5385, 0.5337, 0.5122, 0.5227, 0.5029,
        0.5014, 0.5026, 0.5000, 0.4970, 0.4857, 0.4801, 0.4769, 0.4678, 0.4716, 0.4612, 0.4686, 0.4573, 0.4667,
    ),
    4: (
        0.7661, 0.7370, 0.7223, 0.6844, 0.6585, 0.6426, 0.6167, 0.6080, 0.5923, 0.5824, 0.5824, 0.5667, 0.5633,
        0.5525, 0.5470, 0.5491, 0.5352, 0.5369, 0.5303, 0.5262, 0.5217, 0.5164, 0.5185, 0.5108, 0.5090, 0.5053,
    ),
    5: (
        0.8151, 0.7292, 0.7352, 0.6978, 0.6830, 0.6627, 0.6447, 0.6378, 0.6248, 0.6176, 0.6109, 0.6015, 0.5953,
        0.5917, 0.5857, 0.5810, 0.5765, 0.5739, 0.5688, 0.5651, 0.5624, 0.5593, 0.5568, 0.5539, 0.5524, 0.5493,
    ),
    6: (
        0.7967, 0.7699, 0.7407, 0.7128, 0.6932, 0.6795, 0.6679, 0.6548, 0.6445, 0.6350, 0.6291, 0.6224, 0.6163,
        0.6103, 0.6052, 0.6005, 0.5967, 0.5922, 0.5890, 0.5856, 0.5821, 0.5792, 0.5766, 0.5739, 0.5713, 0.5689,
    ),
    7: (
        0.8034, 0.7709, 0.7482, 0.7229, 0.7044, 0.6886, 0.6769, 0.6661, 0.6567, 0.6478, 0.6408, 0.6339, 0.6284,
        0.6230, 0.6182, 0.6138, 0.6096, 0.6058, 0.6023, 0.5991, 0.5960, 0.5931, 0.5904, 0.5879, 0.5855, 0.5833,
    ),
    8: (
        0.8140, 0.7726, 0.7482, 0.7286, 0.7100, 0.6948, 0.6844, 0.6737, 0.6643, 0.6559, 0.6493, 0.6430, 0.6372,
        0.6320, 0.6274, 0.6230, 0.6190, 0.6154, 0.6119, 0.6087, 0.6057, 0.6030, 0.6003, 0.5979, 0.5956, 0.5934,
    ),
    9: (
        0.8088, 0.7741, 0.7556, 0.7340, 0.7162, 0.7024, 0.6898, 0.6796, 0.6705, 0.6625, 0.6556, 0.6495, 0.6439,
        0.6389, 0.6342, 0.6300, 0.6261, 0.6225, 0.6191, 0.6160, 0.6131, 0.6104, 0.6078, 0.6054, 0.6031, 0.6009,
    ),
    10: (
        0.8150, 0.7819, 0.7571, 0.7354, 0.7202, 0.7055, 0.6940, 0.6841, 0.6752, 0.6675, 0.6607, 0.6547, 0.6491,
        0.6441, 0.6396, 0.6354, 0.6316, 0.6280, 0.6247, 0.6217, 0.6188, 0.6161, 0.6136, 0.6112, 0.6089, 0.6068,
    ),
}
"""By number of options, the limits for groups of 5, 6, ... 30 answers."""

LONG_SCALE_LIMITS: tuple[float, ...] = (
    0.8330, 0.8040, 0.7820, 0.7640, 0.7490, 0.7370, 0.7270, 0.7180, 0.7100, 0.7030, 0.6980, 0.6920, 0.6870,
    0.6830, 0.6790, 0.6750, 0.6720, 0.6690, 0.6660, 0.6630, 0.6610, 0.6580, 0.6560, 0.6540, 0.6520, 0.6500,
)
# fmt: on
"""The same for scales of more than ten options, found by drawing a million groups of each size on 101 options, as many
as whole percents allow, and rounded up in the third decimal. The longer the scale, the higher the limit."""


def consensus_limit(options: int, n: int) -> float:
    """What the consensus of n answers on a scale of so many options must exceed to be more than chance.

    Groups of more than 30 use the limit for 30, which is on the safe side.

    Raises:
        ValueError: fewer than two options, or fewer answers than can be judged.
    """
    if options < min(CONSENSUS_LIMITS) or n < SMALLEST_GROUP:
        raise ValueError(f"no limit for {n} answers on {options} options")
    return CONSENSUS_LIMITS.get(options, LONG_SCALE_LIMITS)[min(n, LARGEST_GROUP) - SMALLEST_GROUP]
