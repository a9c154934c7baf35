using System.Text;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Tests.Ground;

namespace Keukentafel.Domain.Tests.Children;

public sealed class SoundTests
{
    private static readonly byte[] Page = Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>");
    private readonly Table _table = new();

    private static Pictured Said => Pictured.Of([], null, Sound.Read(Recorded.Wave()).Spoken)!;

    [Fact]
    public void What_a_child_says_aloud_is_its_own_thing_and_is_forgotten_with_its_words_R11()
    {
        IReadOnlyList<Contribution> things =
        [
            GoodThing.Lay(_table.Circle, "hardop", SeatSet.None, Audience.OnlyMe, _table.Child, Said),
            Worry.Lay(_table.Circle, "hardop", SeatSet.None, null, Audience.OnlyMe, _table.Child, Said),
            Wish.Lay(_table.Circle, "hardop", SeatSet.None, Audience.OnlyMe, _table.Child, Said),
        ];
        Assert.All(things, thing =>
        {
            Assert.Equal(_table.Child.By.Number, thing.By);
            Assert.Equal(new Spoken(SoundKind.Wave, 1_000), thing.Pictured!.Spoken);
            Assert.False(thing.MayBeReadBy(_table.Mother.By));
            Table.Refuses(CommonRules.OwnOnly, () => thing.TakeBack(_table.Mother));
            Assert.NotNull(thing.Pictured.Spoken);
            thing.TakeBack(_table.Child);
            Assert.Null(thing.Pictured);
        });
    }

    [Fact]
    public void Nobody_speaks_for_a_child_as_if_it_were_the_childs_N14()
    {
        var talk = Talk.Plan(_table.Circle, "De ochtend", null, null, null, SeatSet.None, _table.Mother);
        talk.Begin(_table.Circle, SeatSet.Of(_table.Mother.By.Number, _table.Child.By.Number), _table.Mother);
        var forTheChild = talk.Speak(_table.Circle, _table.Child.By.Id, TalkAsk.Good, null, false, _table.Mother);
        Table.Refuses(ChildRules.OwnHand, () => GoodThing.Lay(_table.Circle, "hardop", SeatSet.None, forTheChild.Listeners!.Value, forTheChild, Said));
    }

    [Theory]
    [InlineData(8_000, 1, 8)]
    [InlineData(16_000, 1, 16)]
    [InlineData(44_100, 2, 16)]
    [InlineData(48_000, 2, 24)]
    public void Plain_samples_are_written_anew_and_every_other_piece_is_left_out_R11(int rate, short channels, short bits)
    {
        var samples = new byte[rate * channels * bits / 8];
        Random.Shared.NextBytes(samples);
        var clean = Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format(rate, 1, channels, bits)), Recorded.Chunk("data", samples));
        var came = Recorded.Riff(
            Recorded.Chunk("LIST", Page), Recorded.Chunk("fmt ", [.. Recorded.Format(rate, 1, channels, bits), 0, 0]), Recorded.Chunk("odd!", [1]),
            Recorded.Chunk("data", samples), Recorded.Chunk("id3 ", Encoding.ASCII.GetBytes(Recorded.Secret)));
        var sound = Sound.Read(came);
        Assert.Equal(clean, sound.Bytes.ToArray());
        Assert.Equal(new Spoken(SoundKind.Wave, 1_000), sound.Spoken);
        Assert.Equal(clean, Sound.Read(clean).Bytes.ToArray());
    }

    [Fact]
    public void Of_a_phones_sound_nothing_is_left_but_what_is_heard_R11()
    {
        var came = Recorded.Phone();
        var sound = Sound.Read(came);
        var clean = sound.Bytes.ToArray();
        var text = Encoding.Latin1.GetString(clean);
        Assert.Equal(came.Length, clean.Length);
        Assert.Equal(8, Encoding.Latin1.GetString(came).Split(Recorded.Secret).Length - 1);
        Assert.DoesNotContain(Recorded.Secret, text, StringComparison.Ordinal);
        Assert.All(new[] { "udta", "meta", "uuid", "xyz", "note" }, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.Contains(Encoding.Latin1.GetString([.. Enumerable.Range(1, 24).Select(i => (byte)i)]), text, StringComparison.Ordinal);
        Assert.Equal(new Spoken(SoundKind.Mp4, 192), sound.Spoken);
        foreach (var (name, from) in new[] { ("mvhd", 8), ("tkhd", 8), ("mdhd", 8) })
        {
            // When it was made is not in it either.
            var at = text.IndexOf(name, StringComparison.Ordinal) + from;
            Assert.Equal(new byte[8], clean[at..(at + 8)]);
        }

        Assert.Equal(clean, Sound.Read(clean).Bytes.ToArray());
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("a program")]
    [InlineData("a picture with a script")]
    [InlineData("a page")]
    [InlineData("a page behind the samples")]
    [InlineData("a zip behind the samples")]
    [InlineData("cut off")]
    [InlineData("says it is huge")]
    [InlineData("a piece says it is huge")]
    [InlineData("a piece runs over")]
    [InlineData("no samples")]
    [InlineData("half a sample")]
    [InlineData("samples first")]
    [InlineData("two formats")]
    [InlineData("two times samples")]
    [InlineData("packed")]
    [InlineData("three channels")]
    [InlineData("too fast")]
    [InlineData("contradicts itself")]
    [InlineData("other music")]
    public void What_is_no_sound_is_refused_before_anything_is_made_of_it(string what)
    {
        var samples = new byte[3_200];
        var wave = Recorded.Wave();
        byte[] came = what switch
        {
            "nothing" => [],
            "a program" => [.. "MZ"u8, .. new byte[4_000]],
            "a picture with a script" => Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
            "a page" => Page,
            "a page behind the samples" => [.. wave, .. Page],
            "a zip behind the samples" => [.. wave, .. "PK\u0003\u0004"u8, .. new byte[40]],
            "cut off" => wave[..^100],
            "says it is huge" => Recorded.Chunk("RIFF", wave[8..], uint.MaxValue),
            "a piece says it is huge" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("data", samples, uint.MaxValue)),
            "a piece runs over" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("data", samples, 3_202)),
            "no samples" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("data", [])),
            "half a sample" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("data", samples[..^1])),
            "samples first" => Recorded.Riff(Recorded.Chunk("data", samples), Recorded.Chunk("fmt ", Recorded.Format())),
            "two formats" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("data", samples)),
            "two times samples" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format()), Recorded.Chunk("data", samples), Recorded.Chunk("data", samples)),
            "packed" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format(coding: 85)), Recorded.Chunk("data", samples)),
            "three channels" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format(channels: 3)), Recorded.Chunk("data", new byte[3_000])),
            "too fast" => Recorded.Riff(Recorded.Chunk("fmt ", Recorded.Format(192_000)), Recorded.Chunk("data", samples)),
            "contradicts itself" => Recorded.Riff(Recorded.Chunk("fmt ", [.. Recorded.Format()[..8], 1, 0, 0, 0, .. Recorded.Format()[12..]]), Recorded.Chunk("data", samples)),
            _ => [.. "OggS"u8, .. new byte[4_000]],
        };
        Table.Refuses(ChildRules.IsASound, () => Sound.Read(came));
    }

    [Theory]
    [InlineData("a moving picture", "hdlr")]
    [InlineData("a second track", "trak")]
    [InlineData("fetched from elsewhere", "dref")]
    [InlineData("another way of packing", "stsd")]
    [InlineData("something in a known box", "smhd")]
    [InlineData("a list that says it is longer", "stts")]
    [InlineData("a box that runs over", "mvhd")]
    [InlineData("a box without end", "mdhd")]
    [InlineData("a box smaller than its head", "tkhd")]
    [InlineData("heard elsewhere in the file", "stco")]
    [InlineData("more pieces than there are", "stsc")]
    [InlineData("pieces larger than the file", "stsz")]
    [InlineData("no clock", "mdhd")]
    [InlineData("something behind how it is heard", "esds")]
    [InlineData("no such box", "minf")]
    public void What_looks_like_a_phones_sound_and_is_more_than_that_is_refused(string what, string box)
    {
        var changed = false;
        var came = Recorded.Phone((name, body) =>
        {
            changed |= name == box;
            return name != box ? body : what switch
            {
                "a moving picture" => [.. body[..16], .. "vide"u8, .. body[20..]],
                "a second track" => [.. body, .. body],
                "fetched from elsewhere" => [.. body[..^1], 0],
                "another way of packing" => [.. body[..20], .. "avc1"u8, .. body[24..]],
                "something in a known box" => Recorded.Box(box, body[8..], Page),
                "a list that says it is longer" => [.. body[..15], 200, .. body[16..]],
                "a box that runs over" => [.. Recorded.Number(int.MaxValue), .. body[4..]],
                "a box without end" => [.. Recorded.Number(0), .. body[4..]],
                "a box smaller than its head" => [.. Recorded.Number(7), .. body[4..]],
                "heard elsewhere in the file" => [.. body[..^4], .. Recorded.Number(4)],
                "more pieces than there are" => [.. body[..20], .. Recorded.Number(4_000), .. body[24..]],
                "pieces larger than the file" => [.. body[..12], .. Recorded.Number(-1), .. body[16..]],
                "no clock" => [.. body[..20], .. Recorded.Number(0), .. body[24..]],
                "something behind how it is heard" => Recorded.Box(box, body[8..], Page),
                _ => Recorded.Box("mini", body[8..]),
            };
        });
        Assert.True(changed);
        Table.Refuses(ChildRules.IsASound, () => Sound.Read(came));
    }

    [Fact]
    public void Behind_a_phones_sound_lies_nothing_and_boxes_in_boxes_without_end_are_not_followed()
    {
        Table.Refuses(ChildRules.IsASound, () => Sound.Read([.. Recorded.Phone(), .. Page]));
        Table.Refuses(ChildRules.IsASound, () => Sound.Read([.. Recorded.Phone(), .. "PK\u0003\u0004"u8]));
        byte[] deep = [];
        for (var i = 0; i < 2_000; i++)
        {
            deep = Recorded.Box(i % 2 == 0 ? "trak" : "moov", deep);
        }

        Table.Refuses(ChildRules.IsASound, () => Sound.Read([.. Recorded.Box("ftyp", "M4A "u8.ToArray(), Recorded.Number(0)), .. deep]));
    }

    [Fact]
    public void Any_byte_changed_or_left_out_gives_a_sound_or_a_refusal_and_never_a_fault()
    {
        var chance = new Random(41);
        foreach (var good in new[] { Recorded.Wave(0.01), Recorded.Phone() })
        {
            for (var i = 0; i < 4_000; i++)
            {
                var bytes = good[..chance.Next(i % 4 == 0 ? 0 : good.Length, good.Length + 1)];
                for (var j = 0; bytes.Length > 0 && j < 1 + (i % 3); j++)
                {
                    bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
                }

                try
                {
                    var sound = Sound.Read(bytes);
                    Assert.Equal(sound.Bytes.ToArray(), Sound.Read(sound.Bytes.Span).Bytes.ToArray());
                }
                catch (RuleBrokenException refused)
                {
                    Assert.Contains(refused.Rule, new[] { ChildRules.IsASound, ChildRules.SoundFits });
                }
            }
        }
    }

    [Fact]
    public void A_sound_is_a_minute_and_not_larger_than_fits()
    {
        Assert.Equal(60_000, Sound.Read(Recorded.Wave(60)).Spoken.Milliseconds);
        Table.Refuses(ChildRules.SoundFits, () => Sound.Read(Recorded.Wave(63)));
        Table.Refuses(ChildRules.SoundFits, () => Sound.Read(new byte[Sound.MostBytes + 1]));
        Assert.Equal(60_000, Sound.Read(Recorded.Phone(samples: 6, each: 160_000)).Spoken.Milliseconds);
        Table.Refuses(ChildRules.SoundFits, () => Sound.Read(Recorded.Phone(samples: 63, each: 16_000)));
        Table.Refuses(ChildRules.SoundFits, () => Sound.Read(Recorded.Phone(samples: 3, each: 700_000_000)));
    }
}
