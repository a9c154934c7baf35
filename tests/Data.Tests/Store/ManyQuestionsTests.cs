using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;

namespace Keukentafel.Data.Tests.Store;

public class ManyQuestionsTests
{
    // A program that runs for weeks asks every question it has; one more than was thought of is no reason for a page to break.
    [Fact]
    public async Task However_many_different_questions_are_asked_each_is_answered()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        using var reader = new SqliteReader(house.Places.SqliteFile);
        List<long> answers = [];
        string[] questions = [.. Enumerable.Range(0, SqliteReader.MostPrepared + 3).Select(n => $"select {n}")];

        for (var round = 0; round < 2; round++)
        {
            foreach (var question in questions)
            {
                reader.Ask([new Query(question, row => answers.Add(row.Number(0)))]);
            }
        }

        var once = Enumerable.Range(0, questions.Length).Select(n => (long)n);
        Assert.Equal([.. once, .. once], answers);
    }
}
